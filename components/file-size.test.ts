import { expect, test } from 'vitest';
import { fileSize } from './file-size';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_400, '1.4 kB'],
  [10_000_000, '10 MB'],
  [2_500_000_000_000, '2500 GB'],
])('%i bytes are read as %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words);
});
