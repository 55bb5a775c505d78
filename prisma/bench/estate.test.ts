import { expect, it } from 'vitest';
import { type EstateLine, estateLine, estateOf, largestSupplier, supplierName } from './estate';

const estate = estateOf(20_000);
const lines = Array.from({ length: estate.deployments }, (_, index) => estateLine(estate, index));
const percent = (isMeant: (line: EstateLine) => boolean) =>
  (100 * lines.filter(isMeant).length) / lines.length;
const distinct = (key: (line: EstateLine) => string) => new Set(lines.map(key)).size;

it('is always the same', () => {
  expect(lines[777]).toEqual(estateLine(estateOf(20_000), 777));
});

it('holds each record that it should, and no deployment twice', () => {
  expect(distinct(({ supplier }) => supplier)).toBe(estate.suppliers);
  expect(distinct(({ supplier, product }) => `${supplier}|${product}`)).toBe(estate.products);
  expect(distinct(({ organisation, system }) => `${organisation}|${system}`)).toBe(estate.systems);
  expect(distinct(({ organisation }) => organisation)).toBe(estate.organisations);
  expect(distinct(({ system, product, version }) => `${system}|${product}|${version}`)).toBe(
    estate.deployments,
  );
});

it('is classified and comes from where the measures say', () => {
  expect(percent((line) => line.classification === 'SECRET')).toBeCloseTo(9, -0.5);
  expect(percent((line) => line.classification === 'TOP SECRET')).toBeCloseTo(3, -0.5);
  expect(percent((line) => line.marking === 'SENSITIVE')).toBeCloseTo(18, -0.5);
  expect(percent((line) => line.country_of_origin === 'RU')).toBeCloseTo(2, -0.5);
  expect(percent((line) => line.country_of_origin === 'CN')).toBeCloseTo(5, -0.5);
  expect(percent((line) => line.supplier === supplierName(largestSupplier))).toBeCloseTo(2, -0.5);
});
