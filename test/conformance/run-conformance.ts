// `npm run conformance`: real data that nobody here wrote, read in place, compared cell by cell.
import { checkCollection, collections } from './collection.ts';
import { absentNotice, isDataPresent, type Outcome } from './data.ts';
import { checkSpectrum } from './spectrum.ts';

function show({ name, extent, faults }: Outcome): void {
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(40)} ${extent}`);
  for (const fault of faults.slice(0, 5)) console.log(`       ${fault}`);
  if (faults.length > 5) console.log(`       and ${faults.length - 5} more`);
}

if (isDataPresent) {
  let failed = 0;
  const checks = [checkSpectrum, ...collections.map((collection) => () => checkCollection(collection))];
  for (const check of checks) {
    const outcomes = await check();
    outcomes.forEach(show);
    failed += outcomes.filter(({ faults }) => faults.length > 0).length;
  }
  console.log(failed === 0 ? 'Every cell is as it should be.' : `${failed} files differ.`);
  process.exitCode = failed === 0 ? 0 : 1;
} else {
  console.log(absentNotice);
}
