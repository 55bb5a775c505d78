import {
  type ClassificationCode,
  type ClassificationRank,
  classificationOfRank,
  classificationRank,
  classifications,
} from './classification';

const sensitive = 'SENSITIVE';
const cellSeparator = '; ';

/** The markings of one cell, 'SENSITIVE; UK EYES ONLY', in upper case, each once, in their order. */
export function parseMarkings(text: string): string[] {
  const markings = text
    .split(';')
    .map((part) => part.replace(/\s+/g, ' ').trim().toUpperCase())
    .map((part) => (part === '-SENSITIVE' ? sensitive : part))
    .filter((part) => part !== '');
  return [...new Set(markings)];
}

/** The cell that parseMarkings reads back. */
export function formatMarkings(markings: readonly string[]): string {
  return markings.join(cellSeparator);
}

/** What is wrong with these markings on this classification, or undefined. */
export function validateMarkings(
  classification: ClassificationCode,
  markings: readonly string[],
): string | undefined {
  for (const marking of markings) {
    if (
      formatMarkings(parseMarkings(marking)) !== marking ||
      marking === '' ||
      marking.includes(';')
    ) {
      return `“${marking}” is not a marking. Write each in capitals, without a semicolon.`;
    }
    if (/^(UK )?(OFFICIAL|SECRET|TOP SECRET|UNSETTLED)\b/.test(marking)) {
      return `“${marking}” is a classification. Put it there; a marking only adds to it.`;
    }
    if (marking === sensitive && classification !== 'OFFICIAL') {
      return `SENSITIVE is a marking of OFFICIAL only. Remove it, or classify as OFFICIAL instead of ${classification}.`;
    }
  }
  if (new Set(markings).size < markings.length) {
    return 'A marking is given twice. Remove one of the two.';
  }
  return undefined;
}

/** What is wrong with a list of markings that close a system to all who do not hold them, or undefined. */
export function validateCaveats(caveats: readonly string[]): string | undefined {
  return caveats.includes(sensitive)
    ? 'SENSITIVE asks for care, and closes a system to nobody.'
    : validateMarkings('SECRET', caveats);
}

/** What a part of a page or file is classified as. */
export interface Classified {
  readonly rank: ClassificationRank;
  readonly markings: readonly string[];
}

/** What a page, file or line is marked with: 'OFFICIAL-SENSITIVE', 'SECRET UK EYES ONLY'. */
export function protectiveMarking(
  classification: ClassificationCode,
  markings: readonly string[],
): string {
  return highestMarking([{ rank: classificationRank(classification), markings }]);
}

/**
 * The protective marking of a whole: its highest tier, SENSITIVE if that tier is OFFICIAL and any
 * part has it, and every other marking of any part in alphabetical order. 'OFFICIAL' for no parts.
 */
export function highestMarking(parts: readonly Classified[]): string {
  const rank = ([3, 2] as const).find((one) => parts.some((part) => part.rank === one)) ?? 1;
  const markings = new Set(parts.flatMap((part) => part.markings));
  const tier = classificationOfRank(rank);
  const marked = tier === 'OFFICIAL' && markings.has(sensitive) ? `${tier}-${sensitive}` : tier;
  markings.delete(sensitive);
  return [marked, ...[...markings].sort()].join(' ');
}

/** The marking as the first word of a file name: 'OFFICIAL-SENSITIVE', 'SECRET-UK-EYES-ONLY'. */
export function markingInFileName(marking: string): string {
  return marking.replaceAll(/[^A-Z0-9]+/g, '-').replace(/-$/, '');
}

/**
 * What a protective marking stands for: `highestMarking([classifiedAs(marking)]) === marking`.
 * @throws RangeError for text that begins with no tier.
 */
export function classifiedAs(marking: string): Classified {
  const tier = classifications.toReversed().find((one) => marking.startsWith(one));
  if (!tier) throw new RangeError(`“${marking}” is no protective marking.`);
  const rest = marking.slice(tier.length);
  const isSensitive = /^-SENSITIVE(?= |$)/.test(rest);
  const caveats = (isSensitive ? rest.slice(1 + sensitive.length) : rest).trim();
  return {
    rank: classificationRank(tier),
    markings: [...(isSensitive ? [sensitive] : []), ...(caveats ? [caveats] : [])],
  };
}
