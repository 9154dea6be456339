import { relative, sep } from 'node:path';
import {
  CustomExecution,
  type Disposable,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { Services } from '../services.ts';
import { readTask, type TaskWish, taskName } from './task-arguments.ts';
import { taskTerminal } from './task-terminal.ts';

/** Tasks of type `pistevo`: those that `tasks.json` defines, and a check and a run for each project. */
export function provideTasks(services: Services): Disposable {
  return tasks.registerTaskProvider('pistevo', {
    provideTasks: () =>
      services.projects.all().flatMap(({ folder }) => {
        const owner = workspace.workspaceFolders?.find(
          ({ uri }) => !relative(uri.fsPath, folder).startsWith('..'),
        );
        if (owner === undefined) return [];
        const inside = relative(owner.uri.fsPath, folder).split(sep).join('/');
        const project = inside === '' ? {} : { project: inside };
        const wishes: TaskWish[] = [
          { command: 'check', ...project },
          { command: 'run', ...project },
        ];
        return wishes.map((wish) => toTask(services, wish, { type: 'pistevo', ...wish }, owner));
      }),
    resolveTask(task) {
      const wish = readTask(task.definition);
      if (wish === null) return undefined;
      const scope = typeof task.scope === 'object' ? task.scope : workspace.workspaceFolders?.[0];
      // The editor takes an answer only with the very definition that it asked about.
      return toTask(services, wish, task.definition, scope);
    },
  });
}

function toTask(
  services: Services,
  wish: TaskWish,
  definition: TaskDefinition,
  scope: WorkspaceFolder | undefined,
): Task {
  const folder = scope?.uri.fsPath ?? '.';
  const execution = new CustomExecution(async () => taskTerminal(services, wish, folder));
  const task = new Task(
    definition,
    scope ?? TaskScope.Workspace,
    taskName(wish),
    'pistevo',
    execution,
    '$pistevo',
  );
  task.group = wish.command === 'check' ? TaskGroup.Test : TaskGroup.Build;
  return task;
}
