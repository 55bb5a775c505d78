import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddress, trustedProxies } from './client-address';

const proxies = trustedProxies('10.0.0.0/8, 2001:db8::7');

describe('the address of the client', () => {
  it.each([
    ['192.0.2.1', undefined, '192.0.2.1'],
    ['192.0.2.1', '203.0.113.5', '192.0.2.1'],
    ['10.0.0.7', '203.0.113.5', '203.0.113.5'],
    ['::ffff:10.0.0.7', '203.0.113.5', '203.0.113.5'],
    ['2001:db8::7', '203.0.113.5', '203.0.113.5'],
    ['10.0.0.7', '1.2.3.4, 203.0.113.5, 10.1.1.1', '203.0.113.5'],
    ['10.0.0.7', undefined, '10.0.0.7'],
    ['10.0.0.7', 'nonsense', '10.0.0.7'],
    ['10.0.0.7', '10.0.0.8', '10.0.0.8'],
  ])('of %s, forwarded for %s, is %s', (connected, forwarded, address) => {
    expect(clientAddress(connected, forwarded, proxies)).toBe(address);
  });

  it('cannot be chosen by the client, whatever it sends through or past a proxy', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), (sent) => {
        const through = [...sent, '203.0.113.5'].join(', ');
        expect(clientAddress('10.0.0.7', through, proxies)).toBe('203.0.113.5');
        expect(clientAddress('203.0.113.5', sent.join(', '), proxies)).toBe('203.0.113.5');
      }),
    );
  });
});

it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/x', '::/129'])(
  'a proxy cannot be %s',
  (entry) => {
    expect(() => trustedProxies(`10.0.0.1,${entry}`)).toThrow(`TRUSTED_PROXIES holds "${entry}"`);
  },
);
