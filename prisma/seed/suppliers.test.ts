import { describe, expect, it } from 'vitest';
import { suppliers } from './suppliers.ts';
import { realSuppliers } from './suppliers-real.ts';

/** "Example" in the languages of the sample. */
const example =
  /example|beispiel|exempel|exemple|exemplu|eksempel|ejemplo|voorbeeld|vzor|пример|παράδειγμα|例示|示例|예시|דוגמה/i;

describe('the suppliers of the sample', () => {
  it('are plainly fictional, or real with a public source for each fact', () => {
    const fictional = suppliers.filter((supplier) => !realSuppliers.includes(supplier));
    expect(fictional.map(({ name }) => name).filter((name) => !example.test(name))).toEqual([]);
    const facts = realSuppliers.flatMap((supplier) => supplier.facts);
    expect(facts.filter(({ url }) => !url?.startsWith('https://'))).toEqual([]);
    expect(realSuppliers.filter((supplier) => supplier.facts.length === 0)).toEqual([]);
  });

  it('have a name of their own, and so have their products', () => {
    const names = suppliers.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    const products = suppliers.flatMap((supplier) => supplier.products.map(({ name }) => name));
    expect(new Set(products).size).toBe(products.length);
  });
});
