import fc from 'fast-check';
import alphaCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { countryCodes, countryName, isCountryCode, parseCountry } from './country';

const country = (code: string) => ({ kind: 'country', code });
const anyCode = fc.constantFrom(...countryCodes);

describe('countryCodes', () => {
  it('are the codes of ISO 3166-1 and Kosovo', () => {
    expect(countryCodes).toHaveLength(250);
    for (const code of countryCodes) expect(code).toMatch(/^[A-Z]{2}$/);
    expect(isCountryCode('XK')).toBe(true);
    for (const text of ['UK', 'EU', 'SU', 'ru', 'none', '', 'constructor']) {
      expect(isCountryCode(text)).toBe(false);
    }
  });

  it('are shown by their everyday names', () => {
    const names = ['RU', 'CN', 'IR', 'TW', 'GB', 'US', 'KR', 'NL', 'CG'].map(countryName);
    expect(names.join(', ')).toBe(
      'Russia, China, Iran, Taiwan, United Kingdom, United States, South Korea, Netherlands, Republic of the Congo',
    );
  });

  it('have a name of their own each and come in the order of these names', () => {
    const names = countryCodes.map(countryName);
    expect(new Set(names).size).toBe(countryCodes.length);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    for (const code of countryCodes) expect(countryName(code)).not.toBe(code);
    expect(countryName('constructor')).toBe('constructor');
  });
});

describe('parseCountry', () => {
  it.each([
    ['RU', 'RU'],
    ['ru', 'RU'],
    ['RUS', 'RU'],
    ['Russia', 'RU'],
    ['Russian Federation', 'RU'],
    ['Russian Federation (the)', 'RU'],
    ['U.S.', 'US'],
    ['U. S. A.', 'US'],
    ['USA', 'US'],
    ['United States of America', 'US'],
    ['U.K.', 'GB'],
    ['GBR', 'GB'],
    ['Great Britain', 'GB'],
    ['The Netherlands', 'NL'],
    ['South Korea', 'KR'],
    ['Korea, Republic of', 'KR'],
    ['Korea (the Republic of)', 'KR'],
    ["Korea, Democratic People's Republic of", 'KP'],
    ['Congo, The Democratic Republic of the', 'CD'],
    ['Czechia', 'CZ'],
    ['Taiwan', 'TW'],
    ['Viet Nam', 'VN'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Cote d’Ivoire', 'CI'],
    ['TÜRKIYE', 'TR'],
    ['St. Lucia', 'LC'],
    ['UAE', 'AE'],
    ['Hong Kong, China', 'HK'],
    ['Georgia', 'GE'],
    ['  Israel ', 'IL'],
    ['NA', 'NA'],
    ['XK', 'XK'],
    ['Kosovo', 'XK'],
  ])('reads %j as %s', (text, code) => {
    expect(parseCountry(text)).toEqual(country(code));
  });

  it.each([
    ['UK', 'GB'],
    ['uk', 'GB'],
    ['EL', 'GR'],
    ['England', 'GB'],
    ['Holland', 'NL'],
    ['Campbell, California, United States', 'US'],
    ['Middelharnis, South Holland, The Netherlands', 'NL'],
    ['San Francisco, California, U.S.', 'US'],
  ])('offers for %j the code %s', (text, code) => {
    expect(parseCountry(text)).toEqual({
      kind: 'suggestion',
      code,
      reason: expect.stringContaining(countryName(code)),
    });
  });

  it.each(['', ' ', 'unknown', 'Unknown', 'n/k', 'N/A', 'not recorded', 'none', '?'])(
    'takes %j for not known',
    (text) => expect(parseCountry(text)).toEqual({ kind: 'unknown' }),
  );

  it.each(
    'EU,SU,USSR,Yugoslavia,Europe,Korea,Congo,XX,ZZ,7,643,???,banana,Ruritania,constructor,San Jose/CA,Россия'.split(
      ',',
    ),
  )('refuses %j and says what to enter', (text) => {
    const reason = expect.stringMatching(/^“.+” .+ Enter /);
    expect(parseCountry(text)).toEqual({ kind: 'problem', reason });
  });

  it.each(['San Jose, CA', 'Atlanta, Georgia', 'Berlin, DE'])('does not guess from %j', (text) => {
    expect(parseCountry(text).kind).toBe('problem');
  });

  it('reads the code and the name of every country, in any case', () => {
    const change = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toLowerCase(),
      (text: string) => text.toUpperCase(),
      (text: string) => ` ${text} `,
    );
    fc.assert(
      fc.property(anyCode, change, (code, changed) => {
        expect(parseCountry(changed(code))).toEqual(country(code));
        expect(parseCountry(changed(countryName(code)))).toEqual(country(code));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads every alpha-3 code', () => {
    for (const [alpha2, alpha3] of alphaCodes) {
      expect(parseCountry(alpha3 as string)).toEqual(country(alpha2 as string));
    }
  });

  it('never gives a code that is no country, whatever the text', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[A-Za-z]{2,3}$/));
    fc.assert(
      fc.property(text, (any) => {
        const parsed = parseCountry(any);
        if ('code' in parsed) expect(isCountryCode(parsed.code)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
