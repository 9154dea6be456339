// The long campaigns, by hand or before a release: `npm run campaign -- kill --runs 500 --seed 7`.
import { parseArgs } from 'node:util';
import { killCampaign } from './kill.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '500' },
    seed: { type: 'string', default: '7' },
  },
});

if (positionals[0] !== 'kill') {
  console.error('usage: npm run campaign -- kill [--runs 500] [--seed 7]');
  process.exitCode = 2;
} else {
  const result = await killCampaign({
    runs: Number(values.runs),
    seed: Number(values.seed),
    size: { patients: 300, claims: 1500 },
    say: (line) => console.log(line),
  });
  console.log(
    `${result.kills} kills, ${result.missed} runs ended before their kill, ${result.faults.length} faults`,
  );
  process.exitCode = result.faults.length === 0 ? 0 : 1;
}
