import { type Clearance, clearanceCeiling, clearances } from '@/app/_domain/clearance';
import type { Role } from '@/app/_domain/permission';
import { insertAdvisory, setStatus, twoRules } from '@/app/advisories/return/return.fixture';
import { openTestRegister, type TestRegister } from './register.fixture';

/*
 * A register with a system at every place where one can be hidden, each with all that hangs on a system,
 * and with people of every clearance, organisation, caveat and group.
 */

export const offices = ['North', 'South'] as const;
export type Office = (typeof offices)[number];

export const caveat = 'UK EYES ONLY';

/** Where a system stands: who sees it follows from this alone. */
export interface Place {
  office: Office;
  rank: 1 | 2 | 3;
  hasCaveat: boolean;
  hasGroup: boolean;
}

export interface Hidden {
  /** In the name and the owner of the system, the rationale of its decision and its evidence. */
  word: string;
  place: Place;
  systemId: string;
  /** Ids of the system and, kind by kind, of its deployments, their decisions and the evidence of these. */
  ids: string[];
}

export interface Person {
  id: string;
  name: string;
  clearance: Clearance;
  isExpired: boolean;
  isDisabled: boolean;
  scope: 'all' | Office | 'none';
  holdsCaveat: boolean;
  inGroup: boolean;
}

export interface CompartmentRegister extends TestRegister {
  hidden: Hidden[];
  people: Person[];
  officeIds: Record<Office, string>;
  groupId: string;
  /** One that runs on every system. */
  productId: string;
  /** The number of the event by which `Fallen` came down to what everybody sees. */
  fallenAt: number;
}

const booleans = [false, true];
const classifications = ['OFFICIAL', 'SECRET', 'TOP SECRET'] as const;

export const places: readonly Place[] = offices.flatMap((office) =>
  ([1, 2, 3] as const).flatMap((rank) =>
    booleans.flatMap((hasCaveat) =>
      booleans.map((hasGroup) => ({ office, rank, hasCaveat, hasGroup })),
    ),
  ),
);

export const highest: Place = { office: 'North', rank: 3, hasCaveat: true, hasGroup: true };
/** Of the systems that came by the hundred. */
export const bulk: Place = { office: 'South', rank: 2, hasCaveat: true, hasGroup: false };
export const lowest: Place = { office: 'North', rank: 1, hasCaveat: false, hasGroup: false };

/** The rules of the design in the words of the test, by nothing of the database. */
export function sees(person: Person, place: Place): boolean {
  const { isExpired, isDisabled, scope } = person;
  const ceiling = isExpired || isDisabled ? 0 : clearanceCeiling(person.clearance);
  return (
    place.rank <= ceiling &&
    (scope === 'all' || scope === place.office) &&
    (!place.hasCaveat || person.holdsCaveat) &&
    (!place.hasGroup || person.inGroup)
  );
}

export const classificationAt = ({ rank }: Place) => classifications[rank - 1] as string;
export const markingsAt = ({ hasCaveat }: Place) => (hasCaveat ? [caveat] : []);

export async function openCompartmentRegister(): Promise<CompartmentRegister> {
  const register = await openTestRegister();
  const { owner } = register;
  const one = async (text: string, values: unknown[] = []): Promise<string> =>
    (await owner.query<{ id: string }>(`${text} returning id`, values)).rows[0]?.id as string;

  const officeIds = {
    North: await one(`insert into organisation (name) values ('North')`),
    South: await one(`insert into organisation (name) values ('South')`),
  };
  const groupId = await one(`insert into access_group (name) values ('Lantern')`);
  const supplier = await one(`insert into supplier (name) values ('Severny Software')`);
  const product = (name: string, category: string) =>
    one('insert into product (supplier_id, name, category) values ($1, $2, $3)', [
      supplier,
      name,
      category,
    ]);
  const products = [await product('Shield', 'antivirus'), await product('Riddle', 'not_recorded')];
  await setStatus(owner, await insertAdvisory(owner, 'AV-1', twoRules), 'active');
  const writer = await register.person('Writer', ['risk_officer']);
  await owner.query(`select set_config('app.actor_id', $1, false)`, [writer.id]);

  // Each kind in one statement, since every statement judges anew.
  const planned = [
    ...places.map((place, index) => ({ word: `Place${index}x`, place })),
    // What has been raised is closed in its past as well; the past of what was lowered stays closed.
    { word: 'Risen', place: lowest },
    { word: 'Fallenbefore', place: highest },
  ];
  const { rows: systems } = await owner.query<{ id: string; word: string }>(
    `insert into system (organisation_id, name, owner, classification, markings, group_ids)
     select organisation, word, word, classification,
       case when caveat then array['${caveat}'] else '{}' end, case when closed then array[$6::uuid] else '{}' end
     from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::boolean[]) p(organisation, word, classification, caveat, closed)
     returning id, name as word`,
    [
      planned.map(({ place }) => officeIds[place.office]),
      planned.map(({ word }) => word),
      planned.map(({ place }) => classificationAt(place)),
      planned.map(({ place }) => place.hasCaveat),
      planned.map(({ place }) => place.hasGroup),
      groupId,
    ],
  );
  await owner.query(
    `insert into deployment (system_id, product_id) select s.id, p from system s, unnest($1::uuid[]) p`,
    [products],
  );
  await owner.query(
    `insert into decision (deployment_id, proposal_id, outcome, basis, basis_reason, rationale, facts, content_hash, proposed_by_name)
     select f.deployment_id, gen_random_uuid(), 'remove', 'advised', s.name, s.name, f.facts, '', ''
     from decision_facts(array(select id from deployment)) f join deployment d on d.id = f.deployment_id join system s on s.id = d.system_id`,
  );
  await owner.query(
    `insert into evidence (decision_id, kind, url, added_by, added_by_name)
     select id, 'link', 'https://example.test/' || rationale, $1, 'Writer' from decision`,
    [writer.id],
  );
  const { rows: hanging } = await owner.query<{ systemId: string; ids: string[] }>(
    `select d.system_id as "systemId", array_agg(h.id order by h.kind) as ids
     from deployment d join decision c on c.deployment_id = d.id join evidence e on e.decision_id = c.id
     cross join lateral (values ('1 deployment', d.id), ('2 decision', c.id), ('3 evidence', e.id)) h(kind, id)
     group by 1`,
  );
  const hidden: Hidden[] = planned.map(({ word, place }) => {
    const systemId = systems.find((system) => system.word === word)?.id as string;
    const ids = hanging.find((one) => one.systemId === systemId)?.ids ?? [];
    return { word, place, systemId, ids: [systemId, ...ids] };
  });
  const [risen, fallen] = hidden.splice(-2) as [Hidden, Hidden];
  // Read as a whole, and so hidden as a whole: more rows than are told one by one.
  await owner.query(
    `insert into system (organisation_id, name, classification, markings)
     select $1, 'Bulk ' || n, $2, $3 from generate_series(1, 101) n`,
    [officeIds.South, classificationAt(bulk), markingsAt(bulk)],
  );
  const { rows: bulkRows } = await owner.query<{ id: string; name: string }>(
    `select id, name from system where name like 'Bulk %'`,
  );
  hidden.push(
    ...bulkRows.map(({ id, name }) => ({ word: name, place: bulk, systemId: id, ids: [id] })),
  );
  const move = (system: Hidden, word: string, place: Place) =>
    owner.query(
      'update system set name = $2, owner = $2, classification = $3, markings = $4, group_ids = $5 where id = $1',
      [
        system.systemId,
        word,
        classificationAt(place),
        markingsAt(place),
        place.hasGroup ? [groupId] : [],
      ],
    );
  await move(risen, 'Risen', highest);
  hidden.push({ ...risen, place: highest });
  await move(fallen, 'Fallenafter', lowest);
  hidden.push({ ...fallen, word: 'Fallenafter', place: lowest });
  const { rows: fall } = await owner.query<{ seq: number }>(
    `select seq::integer from history_event where entity = 'system' and entity_id = $1 order by seq desc limit 1`,
    [fallen.systemId],
  );
  await owner.query(`select set_config('app.actor_id', '', false)`);

  const people: Person[] = [];
  const kinds = [
    ...clearances.map((clearance) => ({ clearance, isExpired: false, isDisabled: false })),
    { clearance: 'DV', isExpired: true, isDisabled: false },
    { clearance: 'DV', isExpired: false, isDisabled: true },
  ] as const;
  for (const kind of kinds) {
    for (const scope of ['all', 'North', 'none'] as const) {
      for (const holdsCaveat of booleans) {
        for (const inGroup of booleans) {
          const name = `Person${people.length}x`;
          const id = await one(
            `insert into "user" (name, email, clearance, clearance_expires_on, disabled, all_organisations, caveats)
             values ($1, lower($1) || '@example.test', $2, $3, $4, $5, $6)`,
            [
              name,
              kind.clearance,
              kind.isExpired ? '2017-12-01' : null,
              kind.isDisabled,
              scope === 'all',
              holdsCaveat ? [caveat] : [],
            ],
          );
          if (scope === 'North') {
            await owner.query(
              'insert into user_organisation (user_id, organisation_id) values ($1, $2)',
              [id, officeIds.North],
            );
          }
          if (inGroup) {
            await owner.query(
              'insert into access_group_member (group_id, user_id) values ($1, $2)',
              [groupId, id],
            );
          }
          people.push({ id, name, ...kind, scope, holdsCaveat, inGroup });
        }
      }
    }
  }
  return {
    ...register,
    ...{ hidden, people, officeIds, groupId },
    productId: products[0] as string,
    fallenAt: fall[0]?.seq ?? 0,
  };
}

/** Gives a person of the register roles. */
export async function giveRoles(
  { owner }: TestRegister,
  person: Person,
  roles: readonly Role[],
): Promise<void> {
  await owner.query('insert into role_assignment (user_id, role) select $1, unnest($2::text[])', [
    person.id,
    roles,
  ]);
}
