import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePagingKey } from './paging-key';
import { shipTable } from './ship-table.fixture';
import type { TableDefinition } from './table-definition';
import {
  defaultQuery,
  exportedColumns,
  formatTableQuery,
  parseTableQuery,
  searchParamsOf,
  shownColumns,
  tableHref,
} from './table-query';
import { tableQueries } from './table-query.fixture';

const harbour = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

function parsed(text: string, definition = shipTable) {
  return parseTableQuery(definition, new URLSearchParams(text));
}

function queryOf(text: string) {
  const result = parsed(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.query;
}

function problemsOf(text: string, definition = shipTable) {
  const result = parsed(text, definition);
  return result.ok ? [] : result.problems;
}

describe('parseTableQuery', () => {
  it('reads the plain address as the default query', () => {
    expect(queryOf('')).toEqual(defaultQuery(shipTable));
  });

  it('reads every kind of filter', () => {
    expect(
      queryOf(
        `flag=NO&flag=none&class.min=light&harbour=${harbour}&due.before=2026-12-31&seen.after=2026-11-01T10:00%2B01:00&crewless=true&name=Fram`,
      ).filters,
    ).toEqual({
      flag: ['NO', 'none'],
      'class.min': ['light'],
      harbour: [harbour],
      'due.before': ['2026-12-31'],
      'seen.after': ['2026-11-01T09:00:00Z'],
      crewless: ['true'],
      name: ['Fram'],
    });
  });

  it('puts values in one order and counts a repeated one once', () => {
    expect(queryOf('class=heavy&class=open&class=heavy').filters.class).toEqual(['open', 'heavy']);
    expect(queryOf('flag=SE&flag=NO').filters.flag).toEqual(['NO', 'SE']);
  });

  it('reads a sort by short and by full names', () => {
    const sort = [
      { column: 'due_on', direction: 'descending' },
      { column: 'name', direction: 'ascending' },
    ];
    expect(queryOf('sort=-due,name').sort).toEqual(sort);
    expect(queryOf('sort=-due_on,name').sort).toEqual(sort);
  });

  it('trims the text searched for, and takes an empty field for no search', () => {
    expect(queryOf('q=%20fram+ii%20').search).toBe('fram ii');
    expect(queryOf('q=').search).toBe('');
  });

  it('keeps a day as a day and turns a time into UTC in asOf', () => {
    expect(queryOf('asOf=2026-11-01').asOf).toBe('2026-11-01');
    expect(queryOf('asOf=2026-11-01T01:00%2B02:00').asOf).toBe('2026-10-31T23:00:00Z');
  });

  it('reads a place in the table as it is sorted', () => {
    const key = ['2026-12-31', 'Fram', harbour];
    expect(queryOf(`sort=due,name&before=${encodePagingKey(key)}`).paging).toEqual({
      direction: 'before',
      key,
    });
  });

  it.each([
    ['colour=red', 'colour', 'red', 'There is no filter of this name.'],
    ['Flag=NO', 'Flag', 'NO', 'There is no filter of this name.'],
    ['constructor=1', 'constructor', '1', 'There is no filter of this name.'],
    ['flag=Norway', 'flag', 'Norway', 'Expected a two-letter country code or none.'],
    ['flag=', 'flag', '', 'The value is empty.'],
    ['flag=NO%0A', 'flag', 'NO\n', 'Expected a two-letter country code or none.'],
    ['class=none', 'class', 'none', 'Expected open, light or heavy.'],
    ['class.min=toString', 'class.min', 'toString', 'Expected open, light or heavy.'],
    ['class.min=open&class.min=light', 'class.min', 'light', 'This can be given only once.'],
    ['harbour=1', 'harbour', '1', 'This is not a value of the filter.'],
    ['name=a%00b', 'name', 'a\0b', 'The value holds a NUL character.'],
    ['crewless=false', 'crewless', 'false', 'Expected true.'],
    ['q=a&q=b', 'q', 'b', 'This can be given only once.'],
    ['q=a%00', 'q', 'a\0', 'The value holds a NUL character.'],
    ['sort=colour', 'sort', 'colour', 'The table cannot be sorted by “colour”.'],
    ['sort=ship_id', 'sort', 'ship_id', 'The table cannot be sorted by “ship_id”.'],
    ['sort=', 'sort', '', 'The table cannot be sorted by “”.'],
    ['sort=--name', 'sort', '--name', 'The table cannot be sorted by “-name”.'],
    ['sort=due,-due_on', 'sort', 'due,-due_on', '“due_on” is named twice.'],
    ['sort=name&sort=due', 'sort', 'due', 'This can be given only once.'],
    ['columns=name,colour', 'columns', 'name,colour', 'There is no column “colour”.'],
    ['columns=', 'columns', '', 'There is no column “”.'],
    ['columns=name,name', 'columns', 'name,name', '“name” is named twice.'],
  ])('names what is wrong with %s', (text, parameter, value, reason) => {
    expect(problemsOf(text)).toEqual([{ parameter, value, reason }]);
  });

  it.each(['due.before', 'due.after'])('refuses a day that no calendar has in %s', (parameter) => {
    expect(problemsOf(`${parameter}=2026-02-31`)).toEqual([
      {
        parameter,
        value: '2026-02-31',
        reason: 'Expected a day of the calendar such as 2026-12-31.',
      },
    ]);
  });

  it.each(['asOf=2026-02-31', 'asOf=', 'asOf=yesterday', 'seen.after=2026-11-01T10:00'])(
    'refuses %s as a time',
    (text) => {
      expect(problemsOf(text)).toMatchObject([
        { reason: expect.stringMatching('a time with its zone') },
      ]);
    },
  );

  it('refuses a time where the column holds days', () => {
    expect(problemsOf('due.before=2026-11-01T10:00Z')).toHaveLength(1);
  });

  it('refuses texts and lists of values that are too long, and shows them cut', () => {
    const [problem] = problemsOf(`q=${'x'.repeat(201)}`);
    expect(problem?.reason).toBe('The value is longer than 200 characters.');
    expect(problem?.value).toBe(`${'x'.repeat(99)}…`);
    expect(problemsOf(`q=${'x'.repeat(200)}`)).toEqual([]);
    expect(problemsOf(`name=${'x'.repeat(201)}`)).toHaveLength(1);
    expect(problemsOf('name=x&'.repeat(301))).toMatchObject([
      { parameter: 'name', reason: 'At most 300 values can be given.' },
    ]);
  });

  it('refuses a place that is none in this sort', () => {
    const key = encodePagingKey(['Fram', harbour]);
    const reason = expect.stringMatching('no place in the table as it is sorted');
    expect(problemsOf(`after=${key}`)).toEqual([]);
    expect(problemsOf(`sort=due&after=${key}`)).toMatchObject([{ parameter: 'after', reason }]);
    expect(problemsOf(`sort=due,name&after=${key}`)).toMatchObject([{ reason }]);
    expect(problemsOf('before=nonsense')).toMatchObject([{ parameter: 'before', reason }]);
    expect(problemsOf('after=')).toMatchObject([{ parameter: 'after', reason }]);
    expect(problemsOf(`after=${key}&before=${key}`)).toHaveLength(1);
  });

  it('refuses what the table does not have: a past, a text search', () => {
    const { search: _, ...plain }: TableDefinition = { ...shipTable, versioned: false };
    expect(problemsOf('asOf=2026-11-01&q=fram', plain)).toEqual([
      { parameter: 'q', value: 'fram', reason: 'This table has no text search.' },
      { parameter: 'asOf', value: '2026-11-01', reason: 'This table shows the present only.' },
    ]);
  });

  it('refuses to ask of the past what speaks of the present only', () => {
    const [flag, ...others] = shipTable.filters;
    if (flag?.kind !== 'anyOf') throw new Error('The first filter is another.');
    const table = { ...shipTable, filters: [{ ...flag, presentOnly: true }, ...others] };
    expect(problemsOf('flag=NO&asOf=2026-11-01', table)).toMatchObject([
      { parameter: 'flag', value: 'NO' },
    ]);
    expect(problemsOf('flag=NO', table)).toEqual([]);
    expect(problemsOf('class=open&asOf=2026-11-01', table)).toEqual([]);
  });

  it('names every problem at once', () => {
    const names = problemsOf('colour=red&flag=x&flag=y&sort=z&columns=z&asOf=z').map(
      (problem) => problem.parameter,
    );
    expect(names).toEqual(['colour', 'flag', 'flag', 'sort', 'columns', 'asOf']);
  });

  it('never throws, and never drops a parameter: what it accepts comes back whole', () => {
    const name = fc.oneof(
      fc.constantFrom('q', 'sort', 'columns', 'asOf', 'after', 'before'),
      fc.constantFrom(...shipTable.filters.map((filter) => filter.name)),
      fc.string(),
    );
    const value = fc.oneof(
      fc.constantFrom('NO', 'none', 'open', 'true', '2026-12-31', 'name', '-due', harbour),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 5 }), (pairs) => {
        const params = new URLSearchParams(pairs);
        const result = parseTableQuery(shipTable, params);
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          return;
        }
        const again = formatTableQuery(shipTable, result.query);
        const lost = [...params].filter(
          ([key, text]) =>
            !again.has(key) && text.trim() !== '' && !(key === 'sort' && text === 'name'),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    // Long enough for a machine that is busy otherwise.
  }, 30_000);
});

describe('formatTableQuery', () => {
  it('gives parameters that are read as the same query', () => {
    const queries = tableQueries(shipTable, {
      filters: {
        flag: ['NO', 'SE', 'none'],
        class: ['open', 'light', 'heavy'],
        'class.min': ['open', 'light', 'heavy'],
        harbour: [harbour, '00000000-0000-0000-0000-000000000000'],
        name: ['Fram', 'none', 'a=b&c', 'Ø, +%'],
        'due.before': ['2026-12-31'],
        'due.after': ['2024-02-29'],
        'seen.before': ['2026-12-31', '2026-12-31T10:00:00Z'],
        'seen.after': ['2026-12-31T10:00:00.000001Z'],
        crewless: ['true'],
      },
      searches: ['fram', 'ø 100%', "O'Neill & + = ?"],
      asOf: ['2026-11-01', '2026-11-01T10:00:00.5Z'],
    });
    fc.assert(
      fc.property(queries, (query) => {
        expect(parseTableQuery(shipTable, formatTableQuery(shipTable, query))).toEqual({
          ok: true,
          query,
        });
        const [, text = ''] = tableHref(shipTable, query).split('?');
        expect(parsed(text)).toEqual({ ok: true, query });
      }),
      { numRuns: 500 },
    );
  });

  it('always takes the same order and leaves out what is default', () => {
    const key = encodePagingKey(['Fram', harbour]);
    const text = `after=${key}&asOf=2026-11-01&columns=crew,name&sort=name&q=x&class=open&flag=SE&flag=NO`;
    expect(tableHref(shipTable, queryOf(text))).toBe(
      `/ships?flag=NO&flag=SE&class=open&q=x&columns=crew,name&asOf=2026-11-01&after=${key}`,
    );
    expect(tableHref(shipTable, queryOf(''), '/ships/export.csv')).toBe('/ships/export.csv');
  });

  it('writes a sort by its short names', () => {
    expect(tableHref(shipTable, queryOf('sort=-due_on,crew'))).toBe('/ships?sort=-due,crew');
  });
});

describe('columns', () => {
  const names = (columns: readonly { name: string }[]) => columns.map((column) => column.name);

  it('are on the page those shown by default, and in the CSV all', () => {
    const shown = names(shownColumns(shipTable, queryOf('')));
    expect(shown).toEqual(['name', 'flag_state', 'class', 'crew', 'due_on']);
    expect(exportedColumns(shipTable, queryOf(''))).toEqual(shipTable.columns);
  });

  it('are the chosen ones in their order on both', () => {
    const query = queryOf('columns=seen_at,name');
    expect(names(shownColumns(shipTable, query))).toEqual(['seen_at', 'name']);
    expect(names(exportedColumns(shipTable, query))).toEqual(['seen_at', 'name']);
  });
});

it('takes over the parameters of a page, repeated ones too', () => {
  const params = searchParamsOf({ flag: ['NO', 'SE'], q: 'x', sort: undefined });
  expect(params.toString()).toBe('flag=NO&flag=SE&q=x');
});
