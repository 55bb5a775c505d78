import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { criteriaProblems, type Rule } from '@/app/_domain/rule';
import { libraryEntries } from './entries';

const entries = libraryEntries.map((entry) => [entry.libraryId, entry] as const);
const ids = libraryEntries.map(({ libraryId }) => libraryId);
const rules = libraryEntries.flatMap(({ libraryId, rules }) =>
  rules.map((rule): [string, Rule] => [`${libraryId} ${rule.code}`, rule]),
);

/** Where the facts come from; kept outside the repository, so that not everybody has it. */
const facts = join(import.meta.dirname, '../../../../shared/data/advisories.json');
const longestCommonRun = 7;

describe('the library of advisories', () => {
  it('lists each once, the oldest first', () => {
    const references = libraryEntries.map(({ reference }) => reference);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(references).size).toBe(references.length);
    const days = libraryEntries.map(({ issuedOn }) => issuedOn);
    expect(days).toEqual([...days].sort());
  });

  it.each(entries)('%s names its issuer, its reader and its source', (_, entry) => {
    expect(isRealDate(entry.issuedOn)).toBe(true);
    expect(entry.reference).toMatch(/^[A-Z0-9-]{5,30}$/);
    expect(entry.libraryId).toBe(entry.reference.toLowerCase());
    expect(entry.jurisdiction).toMatch(/^[A-Z]{2}$/);
    expect(new URL(entry.link).protocol).toMatch(/^https?:$/);
    for (const text of [entry.title, entry.issuer, entry.identifier, entry.audience]) {
      expect(text).toBe(text.trim());
      expect(text).not.toBe('');
    }
    for (const text of [entry.summary, entry.notes]) expect(text).toMatch(/^[A-Z].*[.]$/s);
  });

  it.each(entries)('%s knows the advisories that it changes', (libraryId, entry) => {
    const changed = [entry.supersedes, entry.amends].filter((id) => id !== null);
    expect(ids).toEqual(expect.arrayContaining(changed));
    expect(changed).not.toContain(libraryId);
  });

  it.each(entries)('%s names each of its rules once', (_, entry) => {
    const codes = entry.rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    // Only a law that works through a list of names, which is filled in by whoever adopts it.
    if (codes.length === 0) expect(entry.libraryId).toBe('uk-procurement-act-2023');
  });

  it.each(rules)('%s is a rule that holds together', (_, { title, criteria, deadlines }) => {
    expect(criteriaProblems(criteria)).toEqual({});
    expect(title).not.toBe('');
    for (const deadline of deadlines) {
      if (deadline.kind === 'date') expect(isRealDate(deadline.date)).toBe(true);
      else expect(deadline.days).toBeGreaterThan(0);
    }
    const records = [criteria.suppliers, criteria.products, criteria.exceptProducts].flat();
    expect(records.filter(({ id }) => id !== null)).toEqual([]);
  });

  it.skipIf(!existsSync(facts))('tells it in words of its own', () => {
    const theirs = runsOf(readFileSync(facts, 'utf8'));
    const copied = libraryEntries.flatMap(({ libraryId, summary, notes, audience, title }) =>
      [summary, notes, audience, title]
        .flatMap((text) => [...runsOf(text)])
        .filter((run) => theirs.has(run))
        .map((run) => `${libraryId}: ${run}`),
    );
    expect(copied).toEqual([]);
  });
});

function isRealDate(date: string): boolean {
  const parsed = new Date(date);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date;
}

/** Every run of words that is too long to be chance. */
function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const length = longestCommonRun + 1;
  const starts = words.slice(0, Math.max(0, words.length - length + 1));
  return new Set(starts.map((_, start) => words.slice(start, start + length).join(' ')));
}
