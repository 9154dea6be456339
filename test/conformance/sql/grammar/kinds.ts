import type { SparkVersion } from '../../../../tools/spark/prepare.mjs';

/** Kinds of generated statements: their rule, and the first Spark that knows them. */
export interface GeneratedKind {
  readonly kind: string;
  readonly rule: string;
  readonly since: SparkVersion;
  /** Times as many: of some fewer than half are accepted, and what Spark refuses beyond grammar is to be many. */
  readonly share: number;
  /** Mutants are made of its statements. */
  readonly isMutated: boolean;
}

const rules: Readonly<Record<string, readonly string[]>> = {
  '3.5': [
    'query expression joins set-operations withs values-form table-functions sampling time-travel pivot unpivot lateral-view',
    'windows grouping-sets hints from-insert transform lambdas intervals typed-literals named-arguments parameters access*2',
    'insert update delete merge*2 load-data truncate cache create-table hive-table create-view*2 create-function*3 database drop',
    'alter-table alter-view other-ddl describe show analyze set*2 explain refused*12',
  ],
  // `*` a greater share, `!` without mutants.
  '4.0': [
    'collations variable execute-immediate pipe script call-procedure constraints rarities! keyword-names*2! refused-rare*2!',
  ],
};

/** Every kind, in the order of the score. The rule has the kind's name. */
export const generatedKinds: readonly GeneratedKind[] = Object.entries(rules).flatMap(([since, names]) =>
  names
    .flatMap((line) => line.split(' '))
    .map((word) => {
      const [rule = '', share = '1'] = word.replace('!', '').split('*');
      const isMutated = !word.endsWith('!');
      return { kind: rule, rule, since: since as SparkVersion, share: Number(share), isMutated };
    }),
);
