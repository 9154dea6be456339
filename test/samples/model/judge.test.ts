import { describe, expect, it } from 'vitest';
import { castField, judgeRecord } from '../../../samples/model/judge.ts';
import { modelTables } from '../../../samples/model/tables.ts';

describe('castField', () => {
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2/8/2026', '2026-02-08'],
    ['02-08-2026', '2026-02-08'],
    ['2026-02-30', undefined],
    ['13/45/2026', undefined],
    ['2/8-2026', undefined],
    ['2/8/26', undefined],
  ])('reads the day %s as %s', (field, day) => {
    expect(castField(field, 'date')).toBe(day);
  });

  it.each([
    ['100.0', 'int', 100],
    ['+7', 'int', 7],
    ['12.5', 'int', undefined],
    ['1e3', 'int', undefined],
    ['1e3', 'double', 1000],
    ['.5', 'double', 0.5],
    ['-0', 'double', 0],
    ['nan', 'double', undefined],
    ['$120.00', 'double', undefined],
  ] as const)('reads %s as %s: %s', (field, type, value) => {
    expect(castField(field, type)).toBe(value);
  });
});

describe('judgeRecord', () => {
  const claim = {
    claim_id: ' CL1 ',
    patient_id: 'PT1',
    total_cost: '12',
    visit_type: 'ROUTINE',
    billed: 'maybe',
  };

  it('stores an allowed value as it was spelled, and empties one that is not allowed', () => {
    const { row, broken, isQuarantined } = judgeRecord(claim, modelTables.claim);
    expect(row).toMatchObject({ claim_id: 'CL1', visit_type: 'ROUTINE', billed: null });
    expect(broken).toEqual(['valid_vals:billed']);
    expect(isQuarantined).toBe(false);
  });

  it('names every fault of a record', () => {
    const { broken, isQuarantined } = judgeRecord(
      {
        ...claim,
        billed: 'T',
        claim_id: '',
        total_cost: 'n/a',
        date_of_service: '2026-05-02',
        claim_date: '5/1/2026',
      },
      modelTables.claim,
    );
    expect(broken).toEqual([
      'cast:total_cost',
      'key:claim_id',
      'required:claim_id',
      'check:claimed_after_service',
    ]);
    expect(isQuarantined).toBe(true);
  });
});
