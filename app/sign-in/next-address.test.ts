import { expect, test } from 'vitest';
import { nextAddress } from './next-address';

test.each([
  '/register?country=RU&sort=-due,supplier',
  '/suppliers/8f6c#facts',
  '/register?q=%E2%82%AC',
])('leads back to %s', (next) => {
  expect(nextAddress(next)).toBe(next);
});

test.each([
  undefined,
  '',
  'register',
  'https://elsewhere.test/',
  '//elsewhere.test',
  '/\\elsewhere.test',
  '/\t/elsewhere.test',
  '\\\\elsewhere.test',
  '/.//elsewhere.test',
  '/x/..//elsewhere.test',
  'javascript:alert(1)',
  ' /register',
])('leads to the start page rather than to %j', (next) => {
  expect(nextAddress(next)).toBe('/');
});
