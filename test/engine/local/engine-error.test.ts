import { expect, test } from 'vitest';
import { describeEngineError, toRunStop } from '../../../engine/local/engine-error.ts';
import { RunStop } from '../../../engine/local/run-stop.ts';

const going = new AbortController().signal;

test('an error that may quote data is told by its kind alone', () => {
  const error = new Error("Conversion Error: Could not convert string 'Jane Roe' to INT32");
  expect(describeEngineError(error)).not.toContain('Jane');
  expect(toRunStop(error, 'staging', going).message).toContain('Conversion Error');
  expect(describeEngineError('text')).toBe('an unknown error');
});

test('an error about files, memory or locks is told in full, on one line', () => {
  expect(describeEngineError(new Error('IO Error: Cannot open file "x"\nmore'))).toBe(
    'IO Error: Cannot open file "x"',
  );
});

test('a full disk, missing memory and a cancel have codes of their own', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(toRunStop(full, 'committing', going)).toMatchObject({ status: 'failed', code: 'disk_full' });
  expect(toRunStop(new Error('IO Error: No space left on device'), 'committing', going)).toMatchObject({
    code: 'disk_full',
  });
  expect(toRunStop(new Error('Out of Memory Error: failed to allocate'), 'merging', going)).toMatchObject({
    code: 'out_of_memory',
  });
  expect(toRunStop(new Error('INTERRUPT Error: Interrupted!'), 'merging', AbortSignal.abort())).toMatchObject(
    { status: 'cancelled' },
  );
  const stop = new RunStop('rejected', 'x', 'y');
  expect(toRunStop(stop, 'merging', going)).toBe(stop);
});

test('an installation without an engine is told as that, and what to install', () => {
  const missing = Object.assign(new Error("Cannot find module '@duckdb/node-bindings'\nRequire stack:"), {
    code: 'MODULE_NOT_FOUND',
  });
  const stop = toRunStop(missing, 'staging', going);
  expect(stop).toMatchObject({ status: 'failed', code: 'no_engine' });
  expect(stop.message).toContain(`${process.platform}-${process.arch}`);
  expect(stop.message).not.toContain('Require stack');
  const other = Object.assign(new Error("Cannot find module 'left-pad'"), { code: 'MODULE_NOT_FOUND' });
  expect(toRunStop(other, 'staging', going)).toMatchObject({ code: 'engine_error' });
});
