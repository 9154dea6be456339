import { window } from 'vscode';
import { lastChoice } from '../running/last-choice.ts';
import type { RunRequest } from '../running/run-request.ts';
import type { Services } from '../services.ts';
import { plainText } from '../text/plain-text.ts';
import { type Choice, openPicker, type Picker, pick } from './pick.ts';
import { type ChosenDataset, datasetChoices, pickDataset } from './pick-dataset.ts';
import { pickEngine } from './pick-engine.ts';
import { environmentSetting, pickEnvironment } from './pick-environment.ts';
import type { Target } from './target.ts';

type First =
  | { readonly kind: 'again'; readonly request: RunRequest }
  | ({ readonly kind: 'dataset' } & ChosenDataset);

/**
 * What to run: dataset, then engine, then environment. Where something is pointed at nothing is asked, so that a lens is one
 * click; otherwise the last choice stands first, so that Enter repeats it. Undefined when the user turned away.
 */
export async function pickRequest(
  services: Services,
  target: Target,
  mode: 'ingest' | 'dry-run',
): Promise<RunRequest | undefined> {
  if (target.dataset !== undefined) {
    const chosen = await pickDataset(services, target, '');
    if (chosen === undefined) return undefined;
    const { project, dataset } = chosen;
    const environment = target.environment ?? environmentSetting(project);
    return {
      folder: project.folder,
      datasets: [dataset],
      mode,
      engine: target.engine ?? 'local',
      environment,
    };
  }
  const picker = openPicker();
  try {
    return await askRequest(services, mode, picker);
  } finally {
    picker.dispose();
  }
}

async function askRequest(
  services: Services,
  mode: 'ingest' | 'dry-run',
  picker: Picker,
): Promise<RunRequest | undefined> {
  const first = await pickFirst(services, mode, picker);
  if (first === undefined) return undefined;
  if (first.kind === 'again') return first.request;
  const engine = await pickEngine(picker);
  if (engine === undefined) return undefined;
  const chosen = await pickEnvironment(first.project, picker);
  if (chosen === undefined) return undefined;
  return { folder: first.project.folder, datasets: [first.dataset], mode, engine, ...chosen };
}

async function pickFirst(
  services: Services,
  mode: 'ingest' | 'dry-run',
  picker: Picker,
): Promise<First | undefined> {
  const { projects, context } = services;
  const last = lastChoice(context.workspaceState);
  const isUsable = last !== null && last.mode === mode && projects.find(last.folder) !== null;
  const again: readonly Choice<First>[] = isUsable
    ? [
        {
          label: `$(history) ${plainText(last.datasets.join(', ') || 'every dataset')}`,
          description: plainText(
            `${last.engine}${last.environment === null ? '' : ` · ${last.environment}`} · as last time`,
          ),
          value: { kind: 'again', request: last },
        },
      ]
    : [];
  const choices = datasetChoices(services).map(({ value, ...item }) => ({
    ...item,
    value: { kind: 'dataset', ...value } as const,
  }));
  if (choices.length === 0) {
    void window.showInformationMessage(
      'No dataset is described in this window yet; `Pistevo: New Project…` begins one.',
    );
    return undefined;
  }
  return (
    await pick<First>(
      mode === 'ingest' ? 'Which dataset is ingested?' : 'Dry run of which dataset?',
      [...again, ...choices],
      picker,
    )
  )?.value;
}
