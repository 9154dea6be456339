/** Environment variables as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Environment of a child that runs the command line on the editor's own runtime. What the editor set for itself
 * (`VSCODE_*`, `NODE_OPTIONS`) would change how the child runs; `secrets` come on top, never as arguments, which every
 * user of a machine can read.
 */
export function childEnvironment(own: Variables, secrets: Readonly<Record<string, string>>): Variables {
  const kept = Object.entries(own).filter(
    ([name]) => name.toUpperCase() !== 'NODE_OPTIONS' && !name.toUpperCase().startsWith('VSCODE_'),
  );
  return { ...Object.fromEntries(kept), ...secrets, ELECTRON_RUN_AS_NODE: '1' };
}
