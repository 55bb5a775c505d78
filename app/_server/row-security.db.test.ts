import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bulk,
  type CompartmentRegister,
  classificationAt,
  highest,
  lowest,
  markingsAt,
  offices,
  openCompartmentRegister,
  type Person,
  type Place,
  places,
  sees,
} from './compartments.fixture';

/*
 * What row-level security lets everybody see, of every table and view that the catalogue has, by SQL as the
 * application's role. What a row may be seen by follows from the systems that it names, wherever it
 * stands; a table whose rows name none has to say here who sees them.
 */

type Sees = (person: Person, row: Row) => boolean;

interface Row {
  /** Where it stands in its table. */
  ctid: string;
  text: string;
}

const isActive = (person: Person) => !person.isDisabled;

/** Open to everyone who is signed in: nothing in them is classified. */
const open = [
  'advisory',
  'advisory_version',
  'decision_transition',
  'import_mapping',
  'origin_fact',
  'origin_headline',
  'ownership_link',
  'product',
  'product_component',
  'role_assignment',
  'setting',
  'supplier',
  'supplier_alias',
  'user',
  'user_organisation',
];

/** Rows name the system that they are about, or what hangs on it. */
const aboutSystems = [
  'decision',
  'decision_event',
  'deployment',
  'evidence',
  'exposure',
  'history_change',
  'history_event',
  'register_entry',
  'system',
];

const ofOwnOffice: Sees = (person, { text }) =>
  isActive(person) &&
  offices
    .filter((office) => text.includes(register.officeIds[office]))
    .every((office) => person.scope === 'all' || person.scope === office);

const isOneself: Sees = (person, { text }) => text.includes(person.id);

const ofOneself: Sees = (person, row) => isActive(person) && isOneself(person, row);

/** Everything else, each by its own rule. */
const others: Readonly<Record<string, Sees>> = {
  access_group: (person) => isActive(person) && person.inGroup,
  access_group_member: ofOneself,
  account: ofOneself,
  api_token: isOneself,
  authenticator: isOneself,
  group_role: () => false,
  passkey: isOneself,
  advisory_return: ofOwnOffice,
  clearance_request: () => false,
  history_event: (person) => isActive(person),
  import_batch: uploaderOrCleared,
  import_chunk: uploaderOrCleared,
  import_match: uploaderOrCleared,
  import_problem: uploaderOrCleared,
  organisation: ofOwnOffice,
  rate_limit: () => false,
  receipt: ofOneself,
  schema_definition: () => true,
  session: ofOneself,
  verification: () => false,
};

/** Tables of counts of the register's current rows. */
const counting = (table: string) => table.startsWith('register_count_');

/** Kept from the application altogether. */
const closed = ['_prisma_migrations', 'calendar', 'compartment', 'invitation', 'register_digest'];

let register: CompartmentRegister;
let app: pg.Client;
/** Each table with its rows, as its owner sees them. */
const contents = new Map<string, Row[]>();
/** Names of all tables and views of the application. */
const relations: Record<'r' | 'v', string[]> = { r: [], v: [] };
let placesById: Map<string, Place>;
let fallenIds: Set<string>;

beforeAll(async () => {
  register = await openCompartmentRegister();
  await insertTheRest();
  app = new pg.Client({ connectionString: register.database.appUrl });
  await app.connect();
  placesById = new Map(
    register.hidden.flatMap(({ ids, place }) => ids.map((id) => [id, place] as const)),
  );
  fallenIds = new Set(register.hidden.find(({ word }) => word === 'Fallenafter')?.ids);
  const { rows } = await register.owner.query<{ name: string; kind: 'r' | 'v' }>(
    `select relname as name, relkind as kind from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p', 'f') order by 1`,
  );
  for (const { name, kind } of rows) relations[kind].push(name);
  for (const name of relations.r) {
    const { rows: all } = await register.owner.query<Row>(
      `select ${placeIn(name)} as ctid, t::text as text from ${pg.escapeIdentifier(name)} t`,
    );
    contents.set(name, all);
  }
});

afterAll(async () => {
  await app.end();
  await register.close();
});

/** A file of the first person, with a system that only some may see; exports, sessions, requests. */
async function insertTheRest(): Promise<void> {
  const { owner, people, officeIds } = register;
  const [first] = people;
  await owner.query(
    `with batch as (
       insert into import_batch (kind, file_name, uploaded_by, uploaded_by_name, access_rank, compartment_id)
       values ('systems', 'north.csv', $1, 'Person0x', 2, compartment_of(array['UK EYES ONLY'])) returning id
     ), chunk as (
       insert into import_chunk (import_id, ordinal, content) select id, 0, 'x' from batch
     ), problem as (
       insert into import_problem (import_id, line, column_name, value, reason) select id, 2, 'system', 'x', 'Bad' from batch
     )
     insert into import_match (import_id, name, candidate, score) select id, 'A', 'B', 0.5 from batch`,
    [first?.id],
  );
  for (const office of offices) {
    await owner.query(
      `alter table advisory_return disable trigger user;
       insert into advisory_return (advisory_id, version, organisation_id, signed_by, signed_by_name)
         select id, 1, '${officeIds[office]}', '${first?.id}', 'Person0x' from advisory;
       alter table advisory_return enable trigger user`,
    );
  }
  await owner.query(
    `insert into session (user_id, token, expires_at) select id, name, now() + interval '1 hour' from "user";
     insert into account (user_id, account_id, provider_id) select id, name, 'credential' from "user";
     insert into authenticator (user_id, sealed_secret) select id, '' from "user";
     insert into passkey (user_id, name, credential_id, public_key) select id, name, name, '' from "user";
     insert into api_token (user_id, name, token_hash, expires_at) select id, name, name, now() from "user";
     insert into group_role (group_name, role) values ('a', 'auditor');
     insert into verification (identifier, value, expires_at) values ('a', 'b', now());
     insert into rate_limit (key, count, last_request) values ('a', 1, 1)`,
  );
  await owner.query(`select set_config('app.actor_id', $1, false)`, [first?.id]);
  await owner.query(
    `insert into receipt (table_name, history_head, columns, marking, access_rank, file_name, scope_rank, scope_all)
     values ('register', '{"seq": 1}', '{}', 'OFFICIAL', 1, 'OFFICIAL_register.csv', 1, true)`,
  );
  await owner.query(`select set_config('app.actor_id', '', false)`);
}

function uploaderOrCleared(person: Person): boolean {
  const place = { ...lowest, rank: 2, hasCaveat: true } as const;
  return (
    isActive(person) &&
    (person.name === 'Person0x' || (person.scope === 'all' && sees(person, place)))
  );
}

/** Of a table without its secret column the application cannot even ask where a row stands. */
function placeIn(table: string): string {
  return table === 'api_token' ? 'id::text' : 'ctid::text';
}

const identifiers = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The places where the systems stand, or stood, that a row speaks of. */
function placesOf(table: string, { text }: Row): Place[] {
  const ids = text.match(identifiers) ?? [];
  const found = ids.flatMap((id) => placesById.get(id) ?? []);
  // One event for all of them, which names none.
  if (table === 'history_event' && text.includes(',insert,system,"",')) found.push(bulk);
  if (ids.some((id) => fallenIds.has(id)) && isFromBeforeTheFall(table, text)) found.push(highest);
  return found;
}

/** Decisions and evidence go with their system, whoever lowers it; versions and events stay as they were. */
function isFromBeforeTheFall(table: string, text: string): boolean {
  if (table.startsWith('history_')) return Number(/^\((\d+),/.exec(text)?.[1]) <= register.fallenAt;
  // The moment from which it holds, followed by that until which it does.
  return ['exposure', 'register_entry'].includes(table) && !/\+00",infinity,/.test(text);
}

function maySee(table: string, person: Person, row: Row): boolean {
  if (open.includes(table)) return isActive(person);
  const named = placesOf(table, row);
  if (aboutSystems.includes(table) && named.length > 0) {
    return named.every((place) => sees(person, place));
  }
  if (table === 'history_event' && /,organisation,/.test(row.text)) return ofOwnOffice(person, row);
  if (table === 'history_event' && row.text.includes(',advisory_return,')) {
    return ofOwnOffice(person, row);
  }
  return others[table]?.(person, row) ?? false;
}

async function asPerson<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
  await app.query('begin');
  await app.query(`select set_config('app.actor_id', $1, true)`, [id]);
  try {
    return await work();
  } finally {
    await app.query('rollback');
  }
}

const describeOf = ({ clearance, isExpired, isDisabled, scope, holdsCaveat, inGroup }: Person) =>
  JSON.stringify({ clearance, isExpired, isDisabled, scope, holdsCaveat, inGroup });

describe('every table', () => {
  it('is known here, and protected', async () => {
    const known = [...open, ...aboutSystems, ...Object.keys(others), ...closed];
    expect(relations.r.filter((table) => !known.includes(table) && !counting(table))).toEqual([]);
    const { rows } = await register.owner.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity
         and has_table_privilege('register_app', oid, 'select')`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['schema_definition']);
  });

  it('has rows here of each kind that could be seen', () => {
    const empty = [...contents].filter(([, rows]) => rows.length === 0).map(([name]) => name);
    expect(empty).toEqual([
      'calendar',
      'clearance_request',
      'import_mapping',
      'invitation',
      'origin_fact',
      'origin_headline',
      'ownership_link',
      'product_component',
      'supplier_alias',
    ]);
    expect(register.people).toHaveLength(84);
  });

  it.each(closed)('%s is closed to the application', async (table) => {
    await expect(app.query(`select from ${table}`)).rejects.toThrow('permission denied');
  });

  it('shows everybody exactly what they may see', async () => {
    const readable = [...contents.keys()].filter(
      (table) => !closed.includes(table) && !counting(table),
    );
    const all = readable
      .map(
        (table) =>
          `select '${table}' as relation, ${placeIn(table)} as ctid from ${pg.escapeIdentifier(table)}`,
      )
      .join(' union all ');
    for (const person of register.people) {
      const { rows: seen } = await asPerson(person.id, () =>
        app.query<{ relation: string; ctid: string }>(all),
      );
      const found = new Set(seen.map(({ relation, ctid }) => `${relation}${ctid}`));
      for (const table of readable) {
        const wrong = contents
          .get(table)
          ?.filter((row) => found.has(`${table}${row.ctid}`) !== maySee(table, person, row));
        expect(wrong, `${table} to ${describeOf(person)}`).toEqual([]);
      }
    }
  });

  it('counts for everybody just what they see', async () => {
    const current = contents
      .get('register_entry')
      ?.filter((row) => !isFromBeforeTheFall('register_entry', row.text)) as Row[];
    const counts = relations.r.filter(counting);
    expect(counts.length).toBeGreaterThan(3);
    const { rows: columns } = await register.owner.query<{ relation: string }>(
      `select table_name as relation from information_schema.columns
       where table_schema = 'public' and column_name = 'organisation_id'`,
    );
    for (const person of register.people) {
      const seen = current.filter((row) => maySee('register_entry', person, row)).length;
      await asPerson(person.id, async () => {
        for (const table of counts) {
          const { rows } = await app.query<{ total: number }>(
            `select coalesce(sum(rows), 0)::integer as total from ${table}`,
          );
          const isByOffice = columns.some(({ relation }) => relation === table);
          const expected = isByOffice || person.scope === 'all' ? seen : 0;
          expect(rows[0]?.total, `${table} to ${describeOf(person)}`).toBe(expected);
        }
      });
    }
  });

  it('lets be changed no row that is not seen, whoever asks', async () => {
    const { rows } = await register.owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and has_table_privilege('register_app', oid, 'update') order by 1`,
    );
    for (const person of register.people.filter((_, index) => index % 4 === 0)) {
      await asPerson(person.id, async () => {
        for (const { name } of rows) {
          const { rows: touched } = await app.query<{ ctid: string }>(
            `select ctid::text from ${pg.escapeIdentifier(name)} for update`,
          );
          const allowed = new Set(
            contents
              .get(name)
              ?.filter((row) => maySee(name, person, row))
              .map(({ ctid }) => ctid),
          );
          expect(
            touched.filter(({ ctid }) => !allowed.has(ctid)),
            name,
          ).toEqual([]);
        }
      });
    }
  });

  it('shows nothing without a person, but what signing in needs', async () => {
    const seen: string[] = [];
    for (const table of contents.keys()) {
      if (closed.includes(table)) continue;
      const { rowCount } = await app.query(
        `select ${placeIn(table)} from ${pg.escapeIdentifier(table)}`,
      );
      if (rowCount) seen.push(table);
    }
    expect(seen).toEqual([
      'account',
      'rate_limit',
      'schema_definition',
      'session',
      'user',
      'verification',
    ]);
  });
});

describe('every view', () => {
  /** Over all events, since the chain is followed across those that are hidden: numbers and hashes. */
  const hashesOnly = ['history_change_link', 'history_link'];

  it('is read with the rights of its reader', async () => {
    const { rows } = await register.owner.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
         and has_table_privilege('register_app', oid, 'select')
         and not coalesce(reloptions @> array['security_invoker=true'], false) order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(hashesOnly);
  });

  it('tells nobody of a system that they may not see', async () => {
    // Those who differ in one thing only from somebody who sees all, and the least.
    const some = register.people.filter(
      ({ clearance, isDisabled, isExpired, scope, holdsCaveat, inGroup }) => {
        const lacks = [clearance !== 'DV', scope !== 'all', !holdsCaveat, !inGroup];
        return !isDisabled && !isExpired && lacks.filter(Boolean).length <= 1;
      },
    );
    expect(some).toHaveLength(9);
    for (const person of some) {
      const unseen = register.hidden.filter(({ place }) => !sees(person, place));
      const words = new Set(unseen.flatMap(({ ids, word }) => [...ids, word]));
      await asPerson(person.id, async () => {
        for (const view of relations.v.filter((name) => name !== 'register_source')) {
          const { rows } = await app.query<{ text: string }>(
            `select v::text as text from ${pg.escapeIdentifier(view)} v`,
          );
          const told = rows
            .flatMap(
              ({ text }) =>
                text.match(
                  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|Place\d+x|Bulk \d+|Risen/g,
                ) ?? [],
            )
            .filter((word) => words.has(word));
          expect(told, `${view} to ${describeOf(person)}`).toEqual([]);
        }
      });
    }
  });
});

describe('the past', () => {
  it('tells nobody of a system that they may not see, as it was then or as it is now', async () => {
    const { rows: moments } = await register.owner.query<{ at: string; seq: string; name: string }>(
      `select at::text, seq::text, name from history_event
       cross join (select array_agg(relname::text) as names from pg_class where relnamespace = 'as_at'::regnamespace and relkind = 'v') v
       cross join unnest(v.names) name where seq = $1`,
      [register.fallenAt - 1],
    );
    expect(moments.length).toBeGreaterThan(10);
    // Every eighth of the people, and whoever sees all.
    for (const person of register.people.filter(
      (one, index) => index % 8 === 1 || sees(one, highest),
    )) {
      const unseen = register.hidden.filter(
        ({ place, word }) =>
          !sees(person, place) || (word === 'Fallenafter' && !sees(person, highest)),
      );
      const words = new Set(unseen.flatMap(({ ids, word }) => [...ids, word]));
      await asPerson(person.id, async () => {
        await app.query(
          `select set_config('app.as_of', $1, true), set_config('app.as_of_seq', $2, true), set_config('search_path', 'as_at, public', true)`,
          [moments[0]?.at, moments[0]?.seq],
        );
        for (const { name } of moments) {
          const { rows } = await app.query<{ text: string }>(
            `select v::text as text from as_at.${pg.escapeIdentifier(name)} v`,
          );
          const told = rows
            .flatMap(
              ({ text }) =>
                text.match(
                  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|Place\d+x|Bulk \d+|Risen/g,
                ) ?? [],
            )
            .filter((word) => words.has(word));
          expect(told, `${name} to ${describeOf(person)}`).toEqual([]);
          if (name === 'system' && sees(person, highest))
            expect(rows.length).toBeGreaterThan(places.length / 2);
        }
      });
    }
  });
});

describe('searching', () => {
  it('finds nothing that is not seen, by names nor by the text of the history', async () => {
    const all = [
      ['system', 'id', `search_systems('a')`],
      ['deployment', 'id', `search_deployments('a')`],
      [
        'deployment',
        'id',
        `search_deployments_as_at('a', (select max(valid_from) from register_entry))`,
      ],
      ['history_event', 'seq', `search_history('a')`],
      ['history_event', 'seq', `search_history((select id::text from supplier))`],
    ].map(
      ([table, key, call]) =>
        `select '${call?.split('(')[0]}' as search from ${call} found where found not in (select ${key} from ${table})`,
    );
    for (const person of register.people) {
      const { rows } = await asPerson(person.id, () => app.query(all.join(' union ')));
      expect(rows, describeOf(person)).toEqual([]);
    }
  });
});

describe('a new system', () => {
  const insertion = `insert into system (organisation_id, name, classification, markings, group_ids) values ($1, $2, $3, $4, $5)`;
  const valuesAt = (place: Place, name: string) => [
    register.officeIds[place.office],
    name,
    classificationAt(place),
    markingsAt(place),
    place.hasGroup ? [register.groupId] : [],
  ];

  it('is written only where its writer sees it, and otherwise refused in the same words', async () => {
    const writers = register.people.filter(
      ({ clearance, isDisabled, scope }) =>
        !isDisabled && scope === 'North' && ['BPSS', 'SC', 'DV'].includes(clearance),
    );
    for (const person of writers) {
      await asPerson(person.id, async () => {
        for (const place of places) {
          await app.query('savepoint before');
          const answer = await app
            .query(insertion, valuesAt(place, 'New'))
            .then(({ rowCount }) => rowCount)
            .catch((error: Error) => error.message);
          await app.query('rollback to before');
          const refused =
            place.hasGroup && !person.inGroup
              ? 'There is no such group, or you may not see it.'
              : 'new row violates row-level security policy for table "system"';
          expect(answer, describeOf(person)).toBe(sees(person, place) ? 1 : refused);
        }
      });
    }
  });

  it('may have the name of one that its writer does not see, and of none that they do', async () => {
    for (const person of register.people.filter(
      (one) => sees(one, lowest) && one.scope === 'North',
    )) {
      await asPerson(person.id, async () => {
        for (const { word, place } of register.hidden.slice(0, places.length)) {
          if (place.office !== lowest.office) continue;
          await app.query('savepoint before');
          const answer = await app
            .query(insertion, valuesAt(lowest, word))
            .then(() => 'written')
            .catch((error: pg.DatabaseError) => error.code);
          await app.query('rollback to before');
          const isItself = place.rank === 1 && !place.hasCaveat && !place.hasGroup;
          expect(answer, `${word} by ${describeOf(person)}`).toBe(isItself ? '23505' : 'written');
        }
      });
    }
  });
});

describe('what hangs on a system', () => {
  const nowhere = '00000000-0000-4000-8000-000000000000';

  it.each([
    [
      'deployment',
      (id: string) =>
        `insert into deployment (system_id, product_id) select '${id}', id from product limit 1`,
      0,
    ],
    [
      'decision',
      (id: string) =>
        `insert into decision (deployment_id, proposal_id, outcome, basis, facts, content_hash, proposed_by_name)
         values ('${id}', gen_random_uuid(), 'monitor', 'advised', '{}', '', '')`,
      1,
    ],
    [
      'step of a decision',
      (id: string) =>
        `insert into decision_event (decision_id, action, to_state, actor_name, content_hash) values ('${id}', 'approve', '', '', '')`,
      3,
    ],
    [
      'evidence',
      (id: string) =>
        `insert into evidence (decision_id, kind, url, added_by_name) values ('${id}', 'link', 'https://example.test', '')`,
      3,
    ],
  ])('a %s is refused as if there were none', async (_, insertion, part) => {
    const person = register.people.find(
      (one) => one.clearance === 'DV' && one.scope === 'all' && !one.holdsCaveat && !one.inGroup,
    ) as Person;
    const unseen = register.hidden.find(
      ({ word, place }) => !sees(person, place) && word.startsWith('Place'),
    );
    const answer = (id: string) =>
      asPerson(person.id, () =>
        app.query(insertion(id)).then(
          () => 'written',
          (error: pg.DatabaseError) => `${error.code} ${error.message} ${error.detail}`,
        ),
      );
    const refusal = await answer(unseen?.ids[part] ?? '');
    expect(refusal).not.toBe('written');
    expect(refusal).toBe(await answer(nowhere));
  });
});
