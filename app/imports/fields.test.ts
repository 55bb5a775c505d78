import { describe, expect, it } from 'vitest';
import { registerTable } from '@/app/register/table';
import { derivedColumns, type Field, type FieldName, fieldNames, fields } from './fields';
import { kinds } from './kinds';

const read = (name: FieldName, text: string) => fields[name].read(text);

describe('the table of fields', () => {
  it('knows every column of the register’s own export', () => {
    const known = new Set<string>([...fieldNames, ...derivedColumns]);
    expect(
      registerTable.columns.map(({ name }) => name).filter((name) => !known.has(name)),
    ).toEqual([]);
  });

  it('requires of a kind of file only what it can carry', () => {
    for (const name of fieldNames) {
      const { required, kinds: carriedBy }: Field = fields[name];
      for (const kind of required) expect(carriedBy).toContain(kind);
    }
  });

  it('lets an inventory carry everything', () => {
    for (const name of fieldNames) expect(fields[name].kinds).toContain('inventory');
    expect(Object.keys(kinds)[0]).toBe('inventory');
  });
});

describe('cells', () => {
  it.each<[FieldName, string, object]>([
    ['country_of_origin', 'U.S.', { country_of_origin: 'US' }],
    ['country_of_origin', 'The Netherlands', { country_of_origin: 'NL' }],
    ['country_of_origin', 'RUS', { country_of_origin: 'RU' }],
    ['country_of_origin', 'NA', { country_of_origin: 'NA' }],
    ['country_of_origin', 'none', {}],
    [
      'supplier',
      'AO Kaspersky Lab',
      { supplier: 'AO Kaspersky Lab', supplier_key: 'kasperskylab' },
    ],
    [
      'supplier_aliases',
      'One Ltd; Two',
      { supplier_aliases: ['One Ltd', 'Two'], alias_keys: ['one', 'two'] },
    ],
    [
      'classification',
      'official-sensitive',
      { classification: 'OFFICIAL', markings: ['SENSITIVE'] },
    ],
    [
      'classification',
      'NATO CONFIDENTIAL',
      { classification: 'UNSETTLED', classification_label: 'NATO CONFIDENTIAL' },
    ],
    ['marking', 'sensitive', { markings: ['SENSITIVE'] }],
    ['product_category', 'Operating system', { product_category: 'operating_system' }],
    ['status', 'IN USE', { status: 'in_use' }],
    ['purposes', 'Defence; national_security', { purposes: ['national_security', 'defence'] }],
    ['installations', '0', { installations: 0 }],
    ['decided_at', '2026-01-02T03:04:05+01:00', { decided_at: '2026-01-02T02:04:05Z' }],
    ['due_on', '2028-02-29', { due_on: '2028-02-29' }],
    ['version', '1.0', { version: '1.0' }],
  ])('%s reads %j', (name, text, staged) => {
    expect(read(name, text)).toEqual({ ok: true, staged });
  });

  it.each<[FieldName, string]>([
    ['country_of_origin', 'Atlantis'],
    ['country_of_origin', 'EU'],
    ['classification', 'COSY'],
    ['product_category', 'toaster'],
    ['decision_state', 'rejected'],
    ['installations', '1,000'],
    ['installations', '-1'],
    ['installations', '2.5'],
    ['due_on', '2027-02-29'],
    ['due_on', '31/12/2026'],
    ['decided_at', '2026-01-02T03:04:05'],
    ['deployment_id', '17'],
    ['supplier_website', 'javascript:alert(1)'],
    ['supplier', 'two\nlines'],
    ['product', 'x'.repeat(301)],
  ])('%s refuses %j with a reason', (name, text) => {
    expect(read(name, text)).toMatchObject({ ok: false, reason: expect.stringMatching(/\w{3,}/) });
  });

  it('offers GB for UK', () => {
    expect(read('country_of_origin', 'UK')).toMatchObject({ ok: false, suggestion: 'GB' });
  });
});
