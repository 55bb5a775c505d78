import { describe, expect, it } from 'vitest';
import { contentOf, differences, referredIds } from './differences';

const supplier = '11111111-1111-4111-8111-111111111111';
const names = {
  [supplier]: { name: 'Severny Software', page: { entity: 'supplier', id: supplier } },
};

describe('the differences of an event', () => {
  it('are the fields that changed, in words', () => {
    const before = {
      id: 'x',
      name: 'Anti-Virus',
      category: 'antivirus',
      installations: 1200,
      owner: '',
    };
    const after = { ...before, category: 'operating_system', owner: 'Head of IT', change_id: 'y' };
    expect(differences(before, after, names)).toEqual([
      { field: 'Category', before: 'Anti-virus', after: 'Operating system' },
      { field: 'Owner', before: '', after: 'Head of IT' },
    ]);
  });

  it('are what the row held when it came or went', () => {
    const row = {
      supplier_id: supplier,
      country: 'RU',
      facet: 'headquarters',
      valid_from: '2017-12-01',
      valid_to: null,
      notes: '',
    };
    const held = [
      ['Supplier', 'Severny Software'],
      ['Country', 'Russia'],
      ['Facet', 'Headquarters'],
      ['Valid from', '1 Dec 2017'],
    ];
    expect(differences(null, row, names).map(({ field, after }) => [field, after])).toEqual(held);
    expect(differences(row, null, names).map(({ field, before }) => [field, before])).toEqual(held);
  });

  it('say yes and no, times, numbers, lists, ranks and what is inside', () => {
    const after = {
      disabled: true,
      control: false,
      approved_at: '2026-11-01T09:30:00.123456+00:00',
      installations: 290000,
      share_percent: 12.5,
      purposes: ['national_security', 'defence'],
      clearance_rank: 3,
      facts: { supplier: 'Severny Software', country_of_origin: 'RU', marking: '' },
    };
    expect(
      Object.fromEntries(differences(null, after, names).map((d) => [d.field, d.after])),
    ).toEqual({
      Disabled: 'Yes',
      Control: 'No',
      Approved: '1 Nov 2026, 09:30 UTC',
      Installations: '290,000',
      'Share in per cent': '12.5',
      Purposes: 'National security; Defence',
      Clearance: 'TOP SECRET',
      Facts: 'Supplier: Severny Software; Country of origin: Russia',
    });
  });

  it('show what no list knows as it is', () => {
    const other = '22222222-2222-4222-8222-222222222222';
    const after = { brand_new_field: 'some_code', product_id: other, category: 'unheard_of' };
    expect(differences(null, after, names).map(({ field, after }) => [field, after])).toEqual([
      ['Brand new field', 'some_code'],
      ['Product', other],
      ['Category', 'unheard_of'],
    ]);
  });

  it('leave out what the database keeps for itself', () => {
    expect(
      differences({ name_key: 'a', updated_at: '1' }, { name_key: 'b', updated_at: '2' }, {}),
    ).toEqual([]);
  });
});

it('contents tell the ids that they refer to, once', () => {
  const content = contentOf(JSON.stringify({ id: supplier, supplier_id: supplier, name: 'x' }));
  expect(referredIds([content, content, contentOf('')])).toEqual([supplier]);
});
