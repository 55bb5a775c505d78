import { describe, expect, it } from 'vitest';
import { supplierNameKey } from '@/app/_domain/supplier-name';
import { nearDuplicates } from './matches';

const unknown = (name: string, lines = 1, firstLine = 2) => ({
  name,
  key: supplierNameKey(name),
  lines,
  firstLine,
});

describe('nearDuplicates', () => {
  it('pairs a new name with the suppliers of the register that it resembles, best first', () => {
    const alike = ['Kaspersky', 'AO Kaspersky Lab', 'Kasper Lighting'].map((supplier) => ({
      name: 'Kaspersky Lab',
      supplierId: supplier,
      supplier,
      alike: supplier,
    }));
    const pairs = nearDuplicates([unknown('Kaspersky Lab')], alike);
    expect(pairs.map(({ candidate, score }) => [candidate, score === 1])).toEqual([
      ['AO Kaspersky Lab', true],
      ['Kaspersky', false],
    ]);
  });

  it('judges by an alias and names the supplier', () => {
    const alike = [{ name: 'Moor', supplierId: '1', supplier: 'Heath Group', alike: 'Moor Ltd' }];
    expect(nearDuplicates([unknown('Moor')], alike)).toMatchObject([
      { candidate: 'Heath Group', score: 1 },
    ]);
  });

  it('pairs new names that differ in legal form with the one used most', () => {
    const names = [
      unknown('AO Kaspersky Lab', 2),
      unknown('Kaspersky Lab', 9, 4),
      unknown('Moor Ltd'),
    ];
    expect(nearDuplicates(names, [])).toEqual([
      { name: 'AO Kaspersky Lab', candidate: 'Kaspersky Lab', supplierId: null, score: 1 },
    ]);
  });
});
