import { describe, expect, it } from 'vitest';
import type { FieldName } from './fields';
import type { ImportKind } from './kinds';
import { lineReader } from './line';
import { emptyMapping } from './mapping';

/** Reads one line whose columns have the fields' own names. */
function read(cells: Partial<Record<FieldName, string>>, kind: ImportKind = 'inventory') {
  const header = Object.keys(cells);
  const columns = Object.fromEntries(header.map((name) => [name, name]));
  return lineReader(header, kind, { ...emptyMapping, columns })(Object.values(cells));
}

const system = { organisation: 'Harbour Office', system: 'Chart room' };
const decided = {
  ...{ ...system, classification: 'SECRET', supplier: 'Moor Ltd', product: 'Heath' },
  ...{ decision: 'monitor', decision_basis: 'advised', decision_state: 'approved' },
  ...{ proposed_by: 'A. Quay', approved_by: 'B. Pier', decided_at: '2026-01-02T03:04:05Z' },
};

describe('a line', () => {
  it('takes off the quote that keeps a spreadsheet from calculating', () => {
    expect(read({ supplier: "'@one IT GmbH" }, 'suppliers').staged.supplier).toBe('@one IT GmbH');
  });

  it('says nothing by an empty cell, and names an empty one that is needed', () => {
    expect(
      read({ supplier: 'Moor Ltd', country_of_origin: '' }, 'suppliers').staged,
    ).not.toHaveProperty('country_of_origin');
    expect(read({ supplier: ' ' }, 'suppliers')).toMatchObject({
      ok: false,
      problems: [{ field: 'supplier', value: '' }],
    });
  });

  it('gives a place in the company to the supplier, and one of making to the product', () => {
    const of = (origin_facet: string) =>
      read(
        { supplier: 'Moor Ltd', product: 'Heath', country_of_origin: 'FR', origin_facet },
        'products',
      ).staged.origin_subject;
    expect(of('')).toBe('supplier');
    expect(of('incorporation')).toBe('supplier');
    expect(of('developed')).toBe('product');
    expect(
      read(
        { supplier: 'Moor Ltd', country_of_origin: 'FR', origin_facet: 'developed' },
        'suppliers',
      ).staged.origin_subject,
    ).toBe('supplier');
  });

  it('joins the markings of classification and marking column', () => {
    const { staged } = read(
      { ...system, classification: 'OFFICIAL-SENSITIVE', marking: 'UK EYES ONLY' },
      'systems',
    );
    expect(staged).toMatchObject({
      classification: 'OFFICIAL',
      markings: ['SENSITIVE', 'UK EYES ONLY'],
    });
  });

  it('states by an empty marking column that there is none, and says nothing without the column', () => {
    expect(
      read({ ...system, classification: 'OFFICIAL', marking: '' }, 'systems').staged.markings,
    ).toEqual([]);
    expect(read({ ...system, classification: 'OFFICIAL' }, 'systems').staged).not.toHaveProperty(
      'markings',
    );
  });

  it('refuses SENSITIVE above OFFICIAL', () => {
    expect(
      read({ ...system, classification: 'SECRET', marking: 'SENSITIVE' }, 'systems'),
    ).toMatchObject({
      ok: false,
      problems: [{ field: 'marking', value: 'SENSITIVE' }],
    });
  });

  it('keeps a label only as long as the classification is unsettled', () => {
    const label = { classification_label: 'VS-NfD' };
    expect(
      read({ ...system, classification: 'UNSETTLED', ...label }, 'systems').staged
        .classification_label,
    ).toBe('VS-NfD');
    expect(
      read({ ...system, classification: 'SECRET', ...label }, 'systems').staged,
    ).not.toHaveProperty('classification_label');
  });

  it('uses the value given for all lines where there is no column', () => {
    const readLine = lineReader(['firm'], 'suppliers', {
      columns: { supplier: 'firm' },
      values: { country_of_origin: 'UK' },
      accepted: { UK: 'GB' },
    });
    expect(readLine(['Moor Ltd']).staged).toMatchObject({
      supplier: 'Moor Ltd',
      country_of_origin: 'GB',
    });
  });
});

describe('a decision on a line', () => {
  it('is taken over when two people made it', () => {
    expect(read(decided)).toMatchObject({ ok: true });
  });

  it.each<[string, Partial<Record<FieldName, string>>, FieldName]>([
    ['the proposer approved it', { approved_by: 'A. Quay' }, 'approved_by'],
    ['nobody approved it', { approved_by: '' }, 'approved_by'],
    ['it has no basis', { decision_basis: '' }, 'decision_basis'],
    [
      'a proposal is already approved',
      { decision_state: 'proposed', decided_at: '' },
      'approved_by',
    ],
    ['an acceptance has no expiry', { decision: 'accept', rationale: 'Small' }, 'expires_on'],
    ['a removal has no due date', { decision: 'remove' }, 'due_on'],
    ['there is only a part of it', { decision: '' }, 'decision'],
  ])('is refused where %s', (_case, changes, field) => {
    const result = read({ ...decided, ...changes });
    expect(result.ok ? [] : result.problems.map((problem) => problem.field)).toEqual([field]);
  });
});
