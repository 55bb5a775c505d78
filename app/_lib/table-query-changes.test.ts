import { describe, expect, it } from 'vitest';
import { shipTable } from './ship-table.fixture';
import type { TableDefinition } from './table-definition';
import { defaultQuery, type TableQuery, tableHref } from './table-query';
import {
  filterValues,
  sortDirection,
  withAsOf,
  withColumns,
  withFilter,
  withFilterToggled,
  withoutFilters,
  withoutPaging,
  withPaging,
  withSearch,
  withSort,
} from './table-query-changes';

const start = defaultQuery(shipTable);
const paged = withPaging(start, {
  direction: 'after',
  key: ['Fram', '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'],
});
const href = (query: TableQuery) => tableHref(shipTable, query);

describe('a filter', () => {
  it('takes a value, another, and loses them again', () => {
    const one = withFilterToggled(shipTable, start, 'flag', 'SE');
    const two = withFilterToggled(shipTable, one, 'flag', 'NO');
    expect(href(two)).toBe('/ships?flag=NO&flag=SE');
    expect(filterValues(two, 'flag')).toEqual(['NO', 'SE']);
    const none = ['NO', 'SE'].reduce(
      (query, value) => withFilterToggled(shipTable, query, 'flag', value),
      two,
    );
    expect(none).toEqual(start);
    expect(filterValues(none, 'flag')).toEqual([]);
  });

  it('is replaced as a whole, and taken away by no values', () => {
    const light = withFilter(shipTable, start, 'class.min', ['light']);
    expect(href(withFilter(shipTable, light, 'class.min', ['heavy']))).toBe(
      '/ships?class.min=heavy',
    );
    expect(withFilter(shipTable, light, 'class.min', [])).toEqual(start);
  });

  it('has to be one of the table', () => {
    expect(() => withFilter(shipTable, start, 'colour', ['red'])).toThrow(RangeError);
  });

  it('goes with all others and the search, while sort and moment stay', () => {
    const query = withAsOf(withSort(shipTable, withSearch(start, 'x'), 'crew'), '2026-11-01');
    const filtered = withFilter(shipTable, query, 'flag', ['NO']);
    expect(href(withoutFilters(shipTable, filtered))).toBe('/ships?sort=crew&asOf=2026-11-01');
  });
});

describe('withSort', () => {
  const clicks = (definition: TableDefinition, column: string, count: number) => {
    let query = defaultQuery(definition);
    const seen: string[] = [];
    for (let click = 0; click < count; click += 1) {
      query = withSort(definition, query, column);
      seen.push(sortDirection(query, column));
    }
    return seen;
  };

  it('goes from ascending over descending back to the table’s own sort', () => {
    expect(clicks(shipTable, 'crew', 4)).toEqual(['ascending', 'descending', 'none', 'ascending']);
  });

  it('reaches both directions of the column that sorts anyway', () => {
    expect(clicks(shipTable, 'name', 3)).toEqual(['descending', 'ascending', 'descending']);
    const latest: TableDefinition = {
      ...shipTable,
      defaultSort: [{ column: 'seen_at', direction: 'descending' }],
    };
    expect(clicks(latest, 'seen_at', 3)).toEqual(['ascending', 'descending', 'ascending']);
  });

  it('adds a further column, turns it in its place and takes it away', () => {
    const further = (query: TableQuery, column: string) =>
      withSort(shipTable, query, column, 'further');
    const two = further(withSort(shipTable, start, 'crew'), 'due_on');
    expect(href(two)).toBe('/ships?sort=crew,due');
    const turned = further(two, 'crew');
    expect(href(turned)).toBe('/ships?sort=-crew,due');
    expect(href(further(turned, 'crew'))).toBe('/ships?sort=due');
    expect(href(withSort(shipTable, two, 'flag_state'))).toBe('/ships?sort=flag');
  });
});

describe('withColumns', () => {
  it('keeps the order chosen', () => {
    expect(href(withColumns(shipTable, start, ['crew', 'name']))).toBe('/ships?columns=crew,name');
  });

  it('forgets a choice that is what is shown anyway, or nothing', () => {
    const chosen = withColumns(shipTable, start, ['name']);
    const usual = ['name', 'flag_state', 'class', 'crew', 'due_on'];
    expect(withColumns(shipTable, chosen, usual)).toEqual(start);
    expect(withColumns(shipTable, chosen, [])).toEqual(start);
  });
});

describe('the place in the table', () => {
  it.each([
    ['filter', withFilterToggled(shipTable, paged, 'flag', 'NO')],
    ['search', withSearch(paged, 'x')],
    ['sort', withSort(shipTable, paged, 'crew')],
    ['moment', withAsOf(paged, '2026-11-01')],
    ['removal of all filters', withoutFilters(shipTable, paged)],
    ['wish', withoutPaging(paged)],
  ])('is left on a change of %s', (_, changed) => {
    expect(changed.paging).toBeUndefined();
  });

  it('is kept when other columns are shown', () => {
    expect(withColumns(shipTable, paged, ['crew']).paging).toEqual(paged.paging);
  });
});

it('comes back to the present without a moment', () => {
  expect(withAsOf(withAsOf(start, '2026-11-01'), undefined)).toEqual(start);
});
