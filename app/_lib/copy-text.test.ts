import { expect, it } from 'vitest';
import { copyValue } from './copy-text';

it.each([
  [null, '\\N'],
  [12, '12'],
  ['\\N', '\\\\N'],
  ['a\tb\nc\rd', 'a\\tb\\nc\\rd'],
  [['a', 'b "c"', 'd\\'], '{"a","b \\\\"c\\\\"","d\\\\\\\\"}'],
  [[], '{}'],
])('writes %j as COPY reads it', (value, text) => {
  expect(copyValue(value)).toBe(text);
});
