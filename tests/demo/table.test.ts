import { expect, test } from 'vitest';
import { tableOf } from './table.ts';

const columns = [
  { title: '#', width: 2 },
  { title: 'Words', width: 12 },
  { title: 'Claim', width: 8 },
];

test('wraps cells to their columns, keeps their own line breaks, and lets long words stick out', () => {
  const table = tableOf(columns, [
    ['1', 'LDN may ease the pain', 'one\ntwo'],
    ['2', 'immunomodulation', ''],
  ]);
  expect(table.split('\n')).toEqual([
    '#   Words         Claim',
    '──  ────────────  ────────',
    '1   LDN may ease  one',
    '    the pain      two',
    '',
    '2   immunomodulation',
  ]);
});
