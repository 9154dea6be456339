// Writes corpus.jsonl anew: `npx tsx test/conformance/sql/write-corpus.ts`. Needs both Sparks; the score then needs `--write --anew`.
import { createRandom } from '../../../samples/random.ts';
import { sparkVersions } from '../../../tools/spark/prepare.mjs';
import { openArbiter } from './arbiter.ts';
import type { Statement } from './cases.ts';
import { type CorpusEntry, writeCorpus } from './corpus-file.ts';
import { generateStatements } from './grammar/generate.ts';
import { generatedKinds } from './grammar/kinds.ts';
import type { Label } from './label.ts';
import { mutate } from './mutate/mutate.ts';

const seed = 12;
const longest = 170;
const perKind = 10;
const mutantCount = 1100;

const generated = generateStatements(seed, 40).filter(({ text }) => text.length <= longest);
const statements = generatedKinds.flatMap(({ kind, share }): readonly Statement[] =>
  generated
    .filter((one) => one.kind === kind)
    .slice(0, perKind * share)
    .map((one) => ({ ...one, origin: 'generated' })),
);
const written = await labelled(statements);
const mutated = generatedKinds.filter(({ isMutated }) => isMutated).map(({ kind }) => kind);
const accepted = written.filter(
  ({ kind, labels }) => mutated.includes(kind) && sparkVersions.some((version) => labels[version].accepts),
);
const mutants = mutate(accepted, mutantCount * 2, createRandom(seed))
  .filter(({ text }) => text.length <= longest)
  .slice(0, mutantCount)
  .map(({ text, kind }): Statement => ({ text, kind, origin: 'mutant' }));
writeCorpus([...written, ...(await labelled(mutants))]);

async function labelled(list: readonly Statement[]): Promise<readonly CorpusEntry[]> {
  const texts = list.map(({ text }) => text);
  const labels: Record<string, readonly Label[]> = {};
  for (const version of sparkVersions) {
    const arbiter = await openArbiter(version);
    labels[version] = await arbiter.label(texts, false);
    await arbiter.close();
  }
  const [old = '', recent = ''] = sparkVersions;
  return list.map(({ text, kind, origin }, at) => ({
    text,
    kind,
    origin,
    labels: { '3.5': labels[old]?.[at] as Label, '4.0': labels[recent]?.[at] as Label },
  }));
}
