import { type Picker, pick } from './pick.ts';

/** Where a dataset can be ingested. More come with later versions; with one there is nothing to ask. */
const engines = [
  { label: 'local', description: 'on this machine, nothing to install', value: 'local' },
] as const;

/** The engine of a run; undefined when the user turned away. */
export async function pickEngine(picker?: Picker): Promise<string | undefined> {
  if (engines.length === 1) return engines[0].value;
  return (await pick<string>('On which engine?', engines, picker))?.value;
}
