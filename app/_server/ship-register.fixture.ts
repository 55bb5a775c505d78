import fc from 'fast-check';
import type pg from 'pg';
import { asOfInstant, startInstant } from '@/app/_lib/iso-time';
import type { AnyOfFilter, TableDefinition } from '@/app/_lib/table-definition';
import type { TableQuery } from '@/app/_lib/table-query';

/** A version of a ship, as the source of the ships' table holds it. Instants to the microsecond. */
export interface Ship {
  readonly ship_id: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly name: string;
  readonly flag_state: string;
  readonly ice_class: string;
  readonly class_rank: number;
  readonly crew: number;
  readonly due_on: string;
  readonly seen_at: string;
  readonly harbour_id: string;
}

export const harbours = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const classes = ['open', 'light', 'heavy'];
const infinity = 'infinity';

const changes = [
  '2026-01-01T00:00:00.000000Z',
  '2026-02-01T00:00:00.000000Z',
  '2026-02-01T23:59:59.999999Z',
  '2026-02-02T00:00:00.000000Z',
  '2026-03-01T12:00:00.000001Z',
];
export const moments = [
  '2025-12-31',
  '2026-01-31',
  '2026-02-01',
  '2026-02-01T23:59:59.999998Z',
  '2026-02-02',
  '2026-03-01T12:00:00Z',
  '2027-01-01',
];

const names = [
  'Fram',
  'fram',
  'Ødegård',
  "O'Neill",
  '=1+1',
  "'=1",
  '＠one',
  '\\',
  '100%',
  '😀',
  '',
];

const state = fc.record({
  name: fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme', maxLength: 4 })),
  flag_state: fc.constantFrom('NO', 'SE', 'FI', ''),
  class_rank: fc.constantFrom(0, 1, 2, 3),
  crew: fc.constantFrom(-1, 0, 5, 12),
  due_on: fc.constantFrom('2026-02-28', '2026-12-30', '2026-12-31', '2027-01-01', infinity),
  seen_at: fc.constantFrom(
    '2026-11-01T00:00:00.000000Z',
    '2026-11-01T00:00:00.000001Z',
    '2026-11-01T10:00:00.500000Z',
    '-infinity',
    infinity,
  ),
  harbour_id: fc.constantFrom(...harbours),
});

const versions = fc
  .tuple(fc.uuid(), fc.uniqueArray(fc.constantFrom(...changes), { minLength: 1 }), fc.boolean())
  .chain(([ship_id, unordered, isGone]) => {
    const times = [...unordered.sort(), ...(isGone && unordered.length > 1 ? [] : [infinity])];
    return fc
      .array(state, { minLength: times.length - 1, maxLength: times.length - 1 })
      .map((states) =>
        states.map(
          (held, index): Ship => ({
            ...held,
            name: held.name.replaceAll('\0', ''),
            ice_class: classes[held.class_rank - 1] ?? '',
            ship_id,
            valid_from: times[index] ?? '',
            valid_to: times[index + 1] ?? '',
          }),
        ),
      );
  });

/** Versions of some fifty ships, the same ones every time. */
export const ships: readonly Ship[] = fc.sample(versions, { numRuns: 50, seed: 1917 }).flat();

/** Makes the relations `ship` and `ship_count`; names sort by code point, as `matchingShips`. */
export async function createShips(client: pg.ClientBase): Promise<void> {
  await client.query(`create table ship (
    ship_id uuid, valid_from timestamptz, valid_to timestamptz, name text collate "C",
    flag_state text collate "C", ice_class text collate "C", class_rank smallint, crew integer,
    due_on date, seen_at timestamptz, harbour_id uuid)`);
  await client.query('insert into ship select * from json_populate_recordset(null::ship, $1)', [
    JSON.stringify(ships),
  ]);
  await client.query(`create view ship_count as
    select flag_state, ice_class, class_rank, count(*) as ships
    from ship where valid_to = 'infinity' group by flag_state, ice_class, class_rank
    union all values ('DK', 'open', 1::smallint, 0)`);
}

/** The ships that the query is to find, in its order: the rules of the URL language, once more. */
export function matchingShips(definition: TableDefinition, query: TableQuery): Ship[] {
  const terms = query.sort.map(({ column: name, direction }) => {
    const column = definition.columns.find((candidate) => candidate.name === name);
    return { field: (column?.sql ?? name) as keyof Ship, sign: direction === 'ascending' ? 1 : -1 };
  });
  const keyTerm = { field: 'ship_id' as const, sign: terms.at(-1)?.sign ?? 1 };
  return ships
    .filter((ship) => isMatch(ship, definition, query))
    .sort((a, b) => {
      for (const { field, sign } of [...terms, keyTerm]) {
        const order = compared(a[field], b[field]) * sign;
        if (order !== 0) return order;
      }
      return 0;
    });
}

/** Counts per value of a facet, under all filters but its own. */
export function countsOf(
  definition: TableDefinition,
  query: TableQuery,
  facet: AnyOfFilter,
): Map<string, number> {
  const { [facet.name]: _, ...others } = query.filters;
  const counts = new Map<string, number>();
  for (const ship of matchingShips(definition, { ...query, filters: others })) {
    const held = String(ship[facet.sql as keyof Ship]);
    const value = held === facet.none ? 'none' : held;
    // What is not recorded and has no name in the URL cannot be chosen, and is not counted.
    if (value === '') continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function isMatch(ship: Ship, definition: TableDefinition, query: TableQuery): boolean {
  const moment = query.asOf && exact(asOfInstant(query.asOf));
  const isThere = moment
    ? compared(ship.valid_from, moment) <= 0 && compared(ship.valid_to, moment) > 0
    : ship.valid_to === infinity;
  const isFound = ships.some(
    ({ ship_id, name }) => ship_id === ship.ship_id && name.includes(query.search),
  );
  return isThere && isFound && definition.filters.every((filter) => isPassed(ship, filter, query));
}

function isPassed(
  ship: Ship,
  filter: TableDefinition['filters'][number],
  query: TableQuery,
): boolean {
  const values = query.filters[filter.name];
  if (!values) return true;
  const [value = ''] = values;
  const held = ship[filter.sql as keyof Ship];
  switch (filter.kind) {
    case 'anyOf':
      return values.includes(held === filter.none ? 'none' : String(held));
    case 'atLeast':
      return ship.class_rank >= classes.indexOf(value) + 1;
    case 'before':
      return compared(held, bound(filter.columnKind, value)) < 0;
    case 'after':
      return held !== infinity && compared(held, bound(filter.columnKind, value)) >= 0;
    case 'flag':
      return ship.crew === 0;
    case 'moment':
      return true;
  }
}

function bound(columnKind: 'date' | 'instant' | undefined, value: string): string {
  return columnKind === 'instant' ? exact(startInstant(value)) : value;
}

/** The instant with all six digits of its fraction, so that texts compare as instants do. */
function exact(instant: string): string {
  const [seconds = '', fraction = ''] = instant.slice(0, -1).split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}Z`;
}

/** Texts by code point; `-infinity` is before every digit and `infinity` after. */
function compared(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
