/** Words of a preview, which comes before the version that it previews. */
const previewWords = new Set(['alpha', 'beta', 'dev', 'm', 'pre', 'preview', 'rc', 'snapshot']);

/**
 * A version as text whose order, by code units, is the order of the versions; null where none can be
 * read. Numbers compare as numbers, words of a preview come before the version itself, and what goes
 * on comes after it: 1.0-rc1 < 1.0 < 1.0.1. The same key stands in prisma/sql/31-rule.sql.
 */
export function versionKey(version: string): string | null {
  const parts = version.replace(/^\s*[vV](?=[0-9])/, '').match(/[0-9]+|[A-Za-z]+/g);
  if (!parts) return null;
  return `${parts.map(partKey).join(' ')} 1`;
}

function partKey(part: string): string {
  if (/^[0-9]/.test(part)) {
    const digits = part.replace(/^0+/, '');
    return `3${String(digits.length).padStart(3, '0')}${digits}`;
  }
  const word = part.toLowerCase();
  return previewWords.has(word) ? `0${word}` : `2${word}`;
}
