/**
 * The three tiers of the UK Government Security Classifications, lowest first. SENSITIVE is a
 * marking on OFFICIAL (see marking.ts), never a tier.
 */
export const classifications = ['OFFICIAL', 'SECRET', 'TOP SECRET'] as const;

export type Classification = (typeof classifications)[number];

/** UNSETTLED: the label belongs to another scheme and awaits a person. */
export type ClassificationCode = Classification | 'UNSETTLED';

export const classificationCodes = [...classifications, 'UNSETTLED'] as const;

export const classificationLabels: Readonly<Record<ClassificationCode, string>> = {
  OFFICIAL: 'OFFICIAL',
  SECRET: 'SECRET',
  'TOP SECRET': 'TOP SECRET',
  UNSETTLED: 'Unsettled, handled as SECRET',
};

export type ClassificationRank = 1 | 2 | 3;

const ranks: Readonly<Record<ClassificationCode, ClassificationRank>> = {
  OFFICIAL: 1,
  SECRET: 2,
  'TOP SECRET': 3,
  // CONFIDENTIAL and its like have no UK tier; until a person settles them they are never below SECRET.
  UNSETTLED: 2,
};

/** The only thing by which classifications are compared. */
export function classificationRank(code: ClassificationCode): ClassificationRank {
  return ranks[code];
}

/** The tier at which a row of this rank is handled. */
export function classificationOfRank(rank: ClassificationRank): Classification {
  return classifications[(rank - 1) as 0 | 1 | 2];
}

export type ParsedClassification =
  | { ok: true; classification: ClassificationCode; label: string; markings: string[] }
  | { ok: false; reason: string };

const spellings = new Map<string, { classification: ClassificationCode; markings: string[] }>([
  ['OFFICIAL', { classification: 'OFFICIAL', markings: [] }],
  ['OFFICIAL SENSITIVE', { classification: 'OFFICIAL', markings: ['SENSITIVE'] }],
  ['OFF SEN', { classification: 'OFFICIAL', markings: ['SENSITIVE'] }],
  ['OFFSEN', { classification: 'OFFICIAL', markings: ['SENSITIVE'] }],
  ['O S', { classification: 'OFFICIAL', markings: ['SENSITIVE'] }],
  ['SECRET', { classification: 'SECRET', markings: [] }],
  ['TOP SECRET', { classification: 'TOP SECRET', markings: [] }],
  ['TOPSECRET', { classification: 'TOP SECRET', markings: [] }],
  ['TS', { classification: 'TOP SECRET', markings: [] }],
  ['UNSETTLED', { classification: 'UNSETTLED', markings: [] }],
]);

/** Written behind the tier in the same cell: the national caveat and the common descriptors. */
const trailingMarking = / (UK EYES ONLY|COMMERCIAL|PERSONAL|LOCSEN)$/;

/** Words by which a label shows that it is a classification at all, of whichever scheme. */
const schemeWords = new Set(
  (
    'OFFICIAL SENSITIVE SECRET TS UNCLASSIFIED CLASSIFIED RESTRICTED CONFIDENTIAL PROTECTED PROTECT ' +
    'CUI FOUO NOFORN NATO COSMIC RESTREINT CONFIDENTIEL GEHEIM VERTRAULICH NFD'
  ).split(' '),
);

/** Words that put a label of another scheme at its highest tier. */
const topWords = new Set(['TOP', 'TS', 'COSMIC', 'TRES', 'STRENG', 'ZEER']);

/**
 * Reads a classification as people write it: 'Top Secret', 'TS', 'UK SECRET',
 * 'OFFICIAL-SENSITIVE COMMERCIAL'. A label of another scheme becomes UNSETTLED with its text kept in
 * `label`; but one that says *top secret* becomes TOP SECRET, also with its text, since UNSETTLED is
 * handled as SECRET and would place it too low. `label` is '' for UK spellings. Whatever shows no
 * sign of being a classification, misspellings included, is refused with a reason.
 */
export function parseClassification(text: string): ParsedClassification {
  const label = text.trim();
  if (label === '') {
    return {
      ok: false,
      reason: 'The classification is missing. Use OFFICIAL, SECRET or TOP SECRET.',
    };
  }
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
  // A colon is not a separator: 'OFFICIAL: Sensitive' is Australian and goes to a person.
  let spelling = plain
    .replace(/[\s_\p{Pd}/,;()[\]]+/gu, ' ')
    .trim()
    .replace(/^UK (?!EYES)/, '');
  const trailing: string[] = [];
  for (let found = trailingMarking.exec(spelling); found; found = trailingMarking.exec(spelling)) {
    trailing.unshift(found[1] as string);
    spelling = spelling.slice(0, found.index);
  }
  const known = spellings.get(spelling);
  if (known) {
    const markings = [...new Set([...known.markings, ...trailing])];
    return { ok: true, classification: known.classification, label: '', markings };
  }
  const words = plain.split(/[^A-Z]+/);
  if (words.some((word) => schemeWords.has(word))) {
    const classification = words.some((word) => topWords.has(word)) ? 'TOP SECRET' : 'UNSETTLED';
    return { ok: true, classification, label, markings: [] };
  }
  return {
    ok: false,
    reason: `“${label}” is not a classification. Use OFFICIAL, SECRET or TOP SECRET, or UNSETTLED for a label of another scheme.`,
  };
}
