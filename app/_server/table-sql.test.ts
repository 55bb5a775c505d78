import { describe, expect, it } from 'vitest';
import { shipTable } from '@/app/_lib/ship-table.fixture';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { parseTableQuery } from '@/app/_lib/table-query';
import { facetsStatement, totalStatement } from './table-count-sql';
import { csvStatement } from './table-csv-sql';
import { pageStatement } from './table-sql';

function query(text: string, definition: TableDefinition = shipTable) {
  const parsed = parseTableQuery(definition, new URLSearchParams(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.query;
}

const pagedAfter = (key: readonly string[]) =>
  `after=${btoa(JSON.stringify(key)).replaceAll('=', '')}`;
const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

describe('a page', () => {
  it('leaves every value of the query to parameters', () => {
    const { text, values } = pageStatement(
      shipTable,
      query("flag=NO&flag=none&class.min=light&due.after=2026-01-01&q=O'Neill&asOf=2026-11-01"),
    );
    expect(text).toContain('flag_state = any($3::text[])');
    expect(text).toContain('class_rank >= $4::smallint');
    expect(text).toContain("due_on >= $5::date and due_on < 'infinity'");
    expect(text).toContain('valid_from <= $1::timestamptz and valid_to > $1::timestamptz');
    expect(values).toEqual(['2026-11-01T23:59:59.999999Z', "O'Neill", ['NO', ''], 2, '2026-01-01']);
  });

  it('shows what is current when no moment is asked for', () => {
    expect(pageStatement(shipTable, query('')).text).toContain("valid_to = 'infinity'");
    const { text } = pageStatement({ ...shipTable, versioned: false }, query(''));
    expect(text).not.toContain('valid_to');
  });

  it('compares rows as a whole where all columns go one way, so that an index serves', () => {
    const text = `sort=-due,-crew&${pagedAfter(['2026-12-31', '5', id])}`;
    expect(pageStatement(shipTable, query(text)).text).toContain(
      '(entry."due_on", entry."crew", entry."ship_id") < ($1::date, $2::bigint, $3::uuid)',
    );
  });

  it('begins an index scan at the first column where columns go both ways', () => {
    const text = `sort=-due,crew&${pagedAfter(['2026-12-31', '5', id])}`;
    expect(pageStatement(shipTable, query(text)).text).toContain(
      'entry."due_on" <= $1::date and (entry."due_on" < $1::date or (entry."due_on" = $1::date and',
    );
  });

  it('reads one row more than it shows', () => {
    expect(pageStatement(shipTable, query('')).text).toContain('limit 5');
  });
});

describe('counts', () => {
  const counted: TableDefinition = {
    ...shipTable,
    counts: [{ source: 'ship_count', columns: ['flag_state', 'class_rank'], count: 'ships' }],
  };
  const total = (text: string) => totalStatement(counted, query(text)).text;

  it('come from a relation of counts while it knows all the columns', () => {
    expect(total('flag=NO&class.min=light')).toContain('from ship_count where');
    expect(total('flag=NO&due.before=2026-12-31')).toContain('from ship as entry');
  });

  it('come from the rows under a search', () => {
    expect(total('q=fram')).toContain('from ship as entry');
  });

  it('of the past are those of the present, put right by what has changed since', () => {
    const text = total('asOf=2026-11-01');
    expect(text).toMatch(/from ship_count\s+union all/);
    expect(text).toMatch(/-1 from ship as entry where valid_to = 'infinity' and valid_from > /);
    expect(text).toMatch(/ 1 from ship as entry where valid_to < 'infinity' and valid_from <= /);
  });

  it('of facets take from the rows only what the relation does not know', () => {
    const text = facetsStatement(counted, query('flag=NO'))?.text ?? '';
    expect(text).toMatch(
      /select 'flag' as facet[^\n]*\nfrom \([^)]* from ship_count[^)]*\) as base_\d where true group by "flag"/,
    );
    expect(text).toMatch(/from ship as entry [^\n]*grouping sets \(\("class"\), \("harbour"\)\)/);
  });

  it('search the text once for all facets', () => {
    const text = facetsStatement(shipTable, query('q=fram&flag=NO&class=open'))?.text ?? '';
    expect(text).toContain('with base_0 as materialized');
    expect(text.split('position(')).toHaveLength(2);
  });

  it('are not asked for where nothing is counted', () => {
    expect(facetsStatement({ ...shipTable, filters: [] }, query(''))).toBeUndefined();
  });
});

describe('the CSV', () => {
  it('quotes what the query says, since COPY takes no parameters', () => {
    const text = csvStatement(shipTable, query("name=O'Neill') to program '&name=\\'"));
    expect(text).toContain(`name = any(array['O''Neill'') to program ''',  E'\\\\''']::text[])`);
    expect(text).not.toContain('$1');
  });

  it('has the columns chosen, under their names', () => {
    const [head = ''] = csvStatement(shipTable, query('columns=ship_id,class')).split('\nfrom');
    expect(head).toMatch(/^copy \(select entry\."ship_id" as "ship_id", case .* as "class"$/);
  });

  it('sorts by what the source holds and not by the cell that is written', () => {
    expect(csvStatement(shipTable, query('sort=-name'))).toContain(
      'order by entry."name" desc, entry."ship_id" desc)',
    );
  });
});
