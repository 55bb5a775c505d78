import { describe, expect, it } from 'vitest';
import { registerTable } from '@/app/register/table';
import {
  emptyMapping,
  fitsHeader,
  type Mapping,
  mappingProblems,
  suggestColumns,
  suggestKind,
  uniqueHeader,
  unreadColumns,
} from './mapping';

describe('suggestions', () => {
  it('finds columns however their names are written', () => {
    expect(suggestColumns(['cveID', 'vendorProject', 'product'], 'products')).toEqual({
      supplier: 'vendorProject',
      product: 'product',
    });
    expect(suggestColumns(['company', 'jurisdiction', 'location', 'link'], 'suppliers')).toEqual({
      supplier: 'company',
      country_of_origin: 'jurisdiction',
      supplier_website: 'link',
    });
  });

  it('prefers a field’s own name, and gives no column to two fields', () => {
    const columns = suggestColumns(['country', 'country_of_origin', 'origin'], 'suppliers');
    expect(columns).toEqual({ country_of_origin: 'country_of_origin' });
    const used = Object.values(suggestColumns(['owner', 'system_owner', 'category'], 'inventory'));
    expect(new Set(used).size).toBe(used.length);
  });

  it.each([
    ['inventory', registerTable.columns.map(({ name }) => name as string)],
    ['deployments', ['vendor', 'software', 'department', 'hostname', 'version']],
    ['systems', ['department', 'system', 'classification']],
    ['products', ['vendorProject', 'product']],
    ['suppliers', ['company', 'jurisdiction']],
  ])('takes a file for the kind %s by its header', (kind, header) => {
    expect(suggestKind(header)).toBe(kind);
  });

  it('name what is not read, apart from what follows from other columns', () => {
    const header = ['supplier', 'exposure', 'updated_at', 'shoe size'];
    const columns = suggestColumns(header, 'suppliers');
    expect(unreadColumns(header, { ...emptyMapping, columns })).toEqual({
      derived: ['exposure', 'updated_at'],
      unknown: ['shoe size'],
    });
  });
});

describe('uniqueHeader', () => {
  it('names blank cells by their place and numbers repeated ones', () => {
    expect(uniqueHeader(['a', ' ', 'a', 'a (2)', 'a'])).toEqual([
      'a',
      'Column 2',
      'a (2)',
      'a (2) (2)',
      'a (3)',
    ]);
  });
});

describe('a mapping', () => {
  const header = ['firm', 'land'];
  const mapping = (changes: Partial<Mapping>): Mapping => ({
    ...emptyMapping,
    columns: { supplier: 'firm' },
    ...changes,
  });

  it('is fine with what its kind requires, from a column or the same for all lines', () => {
    expect(mappingProblems(mapping({}), 'suppliers', header)).toEqual({});
    const values = { supplier: 'Moor Ltd' };
    expect(mappingProblems(mapping({ columns: {}, values }), 'suppliers', header)).toEqual({});
  });

  it.each<[string, Partial<Mapping>, string]>([
    ['a required field is missing', { columns: {} }, 'supplier'],
    ['a column does not exist', { columns: { supplier: 'firma' } }, 'supplier'],
    [
      'a column is read twice',
      { columns: { supplier: 'firm', country_of_origin: 'firm' } },
      'country_of_origin',
    ],
    ['a value cannot be read', { values: { country_of_origin: 'Atlantis' } }, 'country_of_origin'],
    ['a field is not for the kind', { values: { version: '1' } }, 'version'],
  ])('is refused at the field where %s', (_case, changes, field) => {
    expect(Object.keys(mappingProblems(mapping(changes), 'suppliers', header))).toEqual([field]);
  });

  it('fits a header that has all its columns', () => {
    expect(fitsHeader(mapping({}), ['land', 'firm'])).toBe(true);
    expect(fitsHeader(mapping({}), ['land'])).toBe(false);
  });
});
