import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearDuplicateScore, similarSupplierNames, supplierNameKey } from './supplier-name';

const word = fc.constantFrom(
  'Kaspersky',
  'Lab',
  'Ltd',
  'AO',
  '(UK)',
  '&',
  'S.A.',
  'Größe',
  '华为',
  '.',
  '有限公司',
);
const words = fc.array(word, { maxLength: 5 }).map((list) => list.join(' '));
const name = fc.oneof(words, fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 3 }));

describe('supplierNameKey', () => {
  it.each([
    ['Kaspersky Lab', 'kasperskylab'],
    ['AO Kaspersky Lab', 'kasperskylab'],
    ['Joint Stock Company “Kaspersky Lab”', 'kasperskylab'],
    ['KASPERSKY-LAB  Ltd.', 'kasperskylab'],
    ['Barracuda Networks, Inc.', 'barracudanetworks'],
    ['Check Point Software Technologies Ltd.', 'checkpointsoftwaretechnologies'],
    ['Deciso B.V. (OPNsense)', 'deciso'],
    ['Hangzhou Hikvision Digital Technology Co., Ltd.', 'hangzhouhikvisiondigitaltechnology'],
    ['Stormshield S.A.S.', 'stormshield'],
    ['Example S.p.A.', 'example'],
    ['Example S. A.', 'example'],
    ['Example Sp. z o.o.', 'example'],
    ['Maersk A/S', 'maersk'],
    ['Muster GmbH & Co. KG', 'muster'],
    ['Citroën', 'citroen'],
    ['ＮＥＣ Corporation', 'nec'],
    ['@one IT GmbH', 'oneit'],
    ['Acme™ ®', 'acme'],
    ['№1 Software', 'no1software'],
    ['McDonald’s', 'mcdonalds'],
    ['(ISC)²', 'isc2'],
    ['ООО «Доктор Веб»', 'докторвеб'],
    ['华为技术有限公司', '华为技术'],
    ['株式会社日立製作所', '日立製作所'],
    ['Limited Edition Software', 'limitededitionsoftware'],
  ])('of %j is %j', (text, key) => {
    expect(supplierNameKey(text)).toBe(key);
  });

  it.each([
    'Ltd',
    'Co. Ltd',
    'AO',
    'ООО',
    '株式会社',
    '有限公司',
    '&',
    '???',
    '(…)',
    '日立',
    'कंपनी',
  ])('of %j is not empty', (text) => expect(supplierNameKey(text)).not.toBe(''));

  it('is empty for a blank name only', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(supplierNameKey(text) === '').toBe(text.trim() === '');
      }),
      { numRuns: 1000 },
    );
  });

  it('does not change with case, or with a legal form behind', () => {
    const form = fc.constantFrom(
      'Ltd',
      'Inc.',
      'LLC',
      'GmbH',
      'JSC',
      'S.A.',
      'B.V.',
      'plc',
      'Co., Ltd.',
      'Corporation',
    );
    const plainName = fc.stringMatching(/^[A-Z][a-z]{3,9}( [A-Z][a-z]{5,9})?$/);
    fc.assert(
      fc.property(plainName, form, (text, legal) => {
        expect(supplierNameKey(`${text} ${legal}`)).toBe(supplierNameKey(text));
        expect(supplierNameKey(text.toUpperCase())).toBe(supplierNameKey(text));
      }),
    );
  });
});

describe('similarSupplierNames', () => {
  it.each([
    ['Kaspersky Lab', 'AO Kaspersky Lab'],
    ['Kaspersky', 'Kaspersky Lab'],
    ['Check Point', 'CheckPoint Ltd'],
    ['Palo Alto Networks', 'PaloAlto Network, Inc.'],
    ['Fortinet', 'Fortinets'],
    ['株式会社日立製作所', '日立製作所'],
  ])('takes %j and %j for near duplicates', (a, b) => {
    expect(similarSupplierNames(a, b)).toBeGreaterThanOrEqual(nearDuplicateScore);
  });

  it.each([
    ['Cisco', 'Sysco'],
    ['Apple', 'Apache'],
    ['Microsoft', 'Micro Focus'],
    ['F-Secure', 'WithSecure'],
    ['IBM', 'HP'],
    ['Trend Micro', 'Ingram Micro'],
    ['Acme Ltd', 'Ajax Ltd'],
    ['华为', '中兴'],
    ['A', 'B'],
  ])('tells %j from %j', (a, b) => {
    expect(similarSupplierNames(a, b)).toBeLessThan(nearDuplicateScore);
  });

  it('is symmetric, between 0 and 1, and 1 for equal keys', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const score = similarSupplierNames(a, b);
        expect(score).toBe(similarSupplierNames(b, a));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        if (supplierNameKey(a) === supplierNameKey(b)) expect(score).toBe(1);
        expect(similarSupplierNames(a, ` ${a} `)).toBe(1);
      }),
    );
  });
});
