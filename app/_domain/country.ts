import alphaCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
// The list of one language only, so that a page does not carry all of them.
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import {
  everydayNames,
  otherNames,
  refusedWords,
  suggestedCodes,
  suggestedNames,
  unknownWords,
} from './country-words';

const listedNames = new Map<string, readonly string[]>(
  Object.entries(english.countries).map(([code, names]) => [code, [names].flat()]),
);

const nameByCode = new Map([
  ...[...listedNames].map(([code, [first]]) => [code, first as string] as const),
  ...Object.entries(everydayNames),
]);

/** ISO 3166-1 alpha-2 codes and Kosovo's user-assigned XK, in the order of their English names. */
export const countryCodes: readonly string[] = [...listedNames.keys()].sort((a, b) =>
  countryName(a).localeCompare(countryName(b), 'en'),
);

const knownCodes = new Set(countryCodes);

const alpha2ByAlpha3 = new Map(alphaCodes.map(([alpha2, alpha3]) => [alpha3, alpha2]));

export function isCountryCode(text: string): boolean {
  return knownCodes.has(text);
}

/** The everyday English name; the code itself where there is none. */
export function countryName(code: string): string {
  return nameByCode.get(code) ?? code;
}

export type ParsedCountry =
  | { kind: 'country'; code: string }
  | { kind: 'suggestion'; code: string; reason: string }
  | { kind: 'unknown' }
  | { kind: 'problem'; reason: string };

const refusals = new Map(Object.entries(refusedWords).map(([word, why]) => [wordKey(word), why]));

const codeByName = codeByKey([
  ...countryCodes.map((code): NamesOfCode => [code, [countryName(code)]]),
  ...listedNames,
  ...Object.entries(otherNames),
]);

const suggestionByName = codeByKey(Object.entries(suggestedNames));

/**
 * Reads a country as people write it: alpha-2 or alpha-3 code or English words ('U.S.',
 * 'Korea, Republic of', 'The Netherlands'). `code` is alpha-2. A *suggestion* is for a person to
 * confirm and must not be stored by itself. *Unknown* is said of a blank text too; whether that is a
 * statement or none is for the caller. A problem says what to do.
 */
export function parseCountry(text: string): ParsedCountry {
  const shown = text.trim();
  const upper = shown.normalize('NFKC').toUpperCase();
  if (unknownWords.includes(upper.toLowerCase())) return { kind: 'unknown' };
  if (isCountryCode(upper)) return { kind: 'country', code: upper };

  const key = wordKey(shown);
  const refusal = refusals.get(key);
  if (refusal) return { kind: 'problem', reason: `“${shown}” ${refusal}` };

  const suggested = suggestedCodes[upper] ?? suggestionByName.get(key) ?? countryOfPlace(shown);
  if (suggested) return suggestion(shown, suggested);

  const code = alpha2ByAlpha3.get(upper) ?? codeByName.get(key);
  if (code) return { kind: 'country', code };

  const reason = `“${shown}” is not a country. Enter a two-letter ISO code such as RU, or the English name.`;
  return { kind: 'problem', reason };
}

function suggestion(shown: string, code: string): ParsedCountry {
  const reason = `“${shown}” is not an ISO country. Did you mean ${code}, ${countryName(code)}?`;
  return { kind: 'suggestion', code, reason };
}

/** The country of 'Campbell, California, United States'. Never by code: 'San Jose, CA' is no Canada. */
function countryOfPlace(text: string): string | undefined {
  if (codeByName.has(wordKey(text))) return undefined;
  const last = text.split(',').slice(1).at(-1)?.trim() ?? '';
  // 'Atlanta, Georgia' is as likely as 'Tbilisi, Georgia'.
  return /^(\p{L}{2}|Georgia)$/iu.test(last) ? undefined : codeByName.get(wordKey(last));
}

/** The words of a name in alphabetical order: 'Korea (the Republic of)' equals 'Republic of Korea'. */
function wordKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘`]/gu, '')
    .replace(/\.\s*(?=\p{L}\.)/gu, '')
    .replaceAll('.', ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (word === 'st' ? 'saint' : word))
    .filter((word) => !['', 'the', 'of', 'and'].includes(word))
    .sort()
    .join(' ');
}

type NamesOfCode = readonly [code: string, names: readonly string[]];

function codeByKey(entries: readonly NamesOfCode[]): Map<string, string> {
  return new Map(entries.flatMap(([code, names]) => names.map((name) => [wordKey(name), code])));
}
