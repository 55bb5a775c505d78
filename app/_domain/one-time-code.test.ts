import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authenticatorAddress, base32, oneTimeCode, stepAt, stepOfCode } from './one-time-code';

const secret = new TextEncoder().encode('12345678901234567890');

// RFC 6238, appendix B, for SHA-1; its codes have eight digits, of which ours are the last six.
test.each([
  ['1970-01-01T00:00:59Z', '94287082'],
  ['2005-03-18T01:58:29Z', '07081804'],
  ['2005-03-18T01:58:31Z', '14050471'],
  ['2009-02-13T23:31:30Z', '89005924'],
  ['2033-05-18T03:33:20Z', '69279037'],
  ['2603-10-11T11:33:20Z', '65353130'],
])('the code of %s ends %s', (moment, code) => {
  expect(oneTimeCode(secret, stepAt(new Date(moment)))).toBe(code.slice(-6));
});

test('a code is good in its own period and its neighbours, and in no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 2 ** 31 }),
      fc.integer({ min: -9, max: 9 }),
      (step, late) => {
        const now = new Date(step * 30_000 + 17_000);
        const found = stepOfCode(secret, oneTimeCode(secret, step + late), now);
        // One code in a million stands for two periods.
        if (found !== step + late) expect(Math.abs(late) > 1 ? found : 0).toBeUndefined();
        else expect(Math.abs(late)).toBeLessThanOrEqual(1);
      },
    ),
    { seed: 7 },
  );
});

// RFC 4648, section 10.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %j is %j', (text, encoded) => {
  expect(base32(new TextEncoder().encode(text))).toBe(encoded);
});

test('the address of an account names it and the register, whatever they are called', () => {
  const address = new URL(
    authenticatorAddress(secret, 'Harbour & Co: register', 'ada@example.test'),
  );
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toContain('Harbour & Co: register:ada@example.test');
  expect(address.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(address.searchParams.get('issuer')).toBe('Harbour & Co: register');
});
