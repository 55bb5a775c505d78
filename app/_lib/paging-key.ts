import { isIsoDate, utcInstant } from './iso-time.ts';
import type { ColumnKind } from './table-definition';

/**
 * Where a page begins or ends: the row's value for each sort column, then its id, all as text in
 * the form that PostgreSQL is given back. Instants carry microseconds.
 */
export type PagingKey = readonly string[];

/** Longer keys cannot come from this program: names are limited where they are entered. */
const maximumLength = 8192;

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The key as one opaque URL value: base64url of its JSON in UTF-8. */
export function encodePagingKey(key: PagingKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The key, or undefined unless the text is exactly what encoding such a key gives. */
export function decodePagingKey(text: string, kinds: readonly ColumnKind[]): PagingKey | undefined {
  if (text.length > maximumLength) return undefined;
  const key = decodedJson(text);
  if (!Array.isArray(key) || key.length !== kinds.length) return undefined;
  const valid = kinds.every((kind, index) => isPart(kind, key[index]));
  return valid && encodePagingKey(key) === text ? key : undefined;
}

function decodedJson(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function isPart(kind: ColumnKind, part: unknown): boolean {
  if (typeof part !== 'string') return false;
  switch (kind) {
    case 'text':
    case 'code':
      // PostgreSQL text holds no NUL, and UTF-8 no half of a surrogate pair.
      return !part.includes('\0') && part.isWellFormed();
    case 'integer':
      return /^-?\d{1,18}$/.test(part);
    case 'date':
      return isInfinite(part) || isIsoDate(part);
    case 'instant':
      return isInfinite(part) || utcInstant(part) !== undefined;
    case 'uuid':
      return uuidPattern.test(part);
  }
}

function isInfinite(part: string): boolean {
  return part === 'infinity' || part === '-infinity';
}
