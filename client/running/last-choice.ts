import type { Memento } from 'vscode';
import type { RunRequest } from './run-request.ts';

const name = 'pistevo.lastRequest';

/** The last thing that was run in this workspace; null before the first. */
export function lastChoice(memento: Memento): RunRequest | null {
  return memento.get<RunRequest>(name) ?? null;
}

export async function rememberChoice(memento: Memento, request: RunRequest): Promise<void> {
  await memento.update(name, request);
}
