import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './client-abilities.ts';
import type { Host } from './host.ts';

/** Time without a change before lenses and hints are asked for again, in milliseconds. */
const quietMs = 500;

/**
 * What stands between the lines of one file depends on others: an editor asks again for the file in which somebody types, and for
 * the rest only when it is told to.
 */
export function createViewRefresher(
  connection: Connection,
  host: Host,
  { abilities, fail }: { abilities(): ClientAbilities; fail(error: unknown): void },
): () => void {
  let callOff = (): void => {};
  return () => {
    const { canRefreshLenses, canRefreshHints } = abilities();
    if (!canRefreshLenses && !canRefreshHints) return;
    callOff();
    callOff = host.later(() => {
      if (canRefreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(fail);
      if (canRefreshHints) connection.languages.inlayHint.refresh().catch(fail);
    }, quietMs);
  };
}
