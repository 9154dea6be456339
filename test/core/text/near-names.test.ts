import { describe, expect, it } from 'vitest';
import { nearNames } from '../../../core/text/near-names.ts';

describe('near names', () => {
  it.each([
    ['ordr_id', ['order_id', 'customer_id'], ['order_id']],
    ['requierd', ['required', 'references'], ['required']],
    ['mergeKey', ['merge_key', 'cdc_key'], ['merge_key']],
    ['prodution', ['production', 'local'], ['production']],
    ['foo', ['bar', 'columns'], []],
    ['a', ['b', 'abc', 'A'], ['A']],
  ])('of %s', (name, candidates, expected) => {
    expect(nearNames(name, candidates)).toEqual(expected);
  });

  it('are at most three, the nearest first, and never the name itself', () => {
    expect(nearNames('claim', ['claims', 'claim', 'clam', 'claim_', 'climb', 'chaim'])).toEqual([
      'claim_',
      'chaim',
      'claims',
    ]);
  });
});
