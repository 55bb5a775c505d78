import type pg from 'pg';
import {
  type Confidence,
  countryOfOrigin,
  type Facet,
  type OriginFact,
} from '@/app/_domain/origin';

/*
 * The register told from its history alone: what the events say of each record, put together anew.
 * Nothing here asks the database for anything but the history.
 */

type Content = Readonly<Record<string, unknown>>;

/** One record that an event, or a row of a bulk event, changed. Times are ISO, to the microsecond. */
interface Change {
  at: string;
  entity: string;
  entityId: string;
  before: Content | null;
  after: Content | null;
}

/** All changes of records, in their order. */
export async function readChanges(owner: pg.Client): Promise<Change[]> {
  const { rows } = await owner.query<Change>(`
    select history_instant(e.at) as at, e.entity, coalesce(c.entity_id, e.entity_id) as "entityId",
      case when c.seq is null then e.before else c.before end as before,
      case when c.seq is null then e.after else c.after end as after
    from history_event e left join history_change c on c.seq = e.seq
    where e.action in ('insert', 'update', 'delete')
    order by e.seq, c.ordinal`);
  return rows;
}

/** Contents of the records by entity and id. */
export type Records = Map<string, Map<string, Content>>;

export function replay(records: Records, { entity, entityId, before, after }: Change): void {
  const ofEntity = records.get(entity) ?? new Map<string, Content>();
  records.set(entity, ofEntity);
  const held = ofEntity.get(entityId) ?? null;
  if (JSON.stringify(held) !== JSON.stringify(before && untimed(before))) {
    throw new Error(`The history of ${entity} ${entityId} does not follow from what was before.`);
  }
  if (after) ofEntity.set(entityId, untimed(after));
  else ofEntity.delete(entityId);
}

/** Where nothing else is changed, these tell no event. */
function untimed({ updated_at: _, change_id: __, ...content }: Content): Content {
  return content;
}

/** Cells of a row of the register's file, by column. */
export type FlatRow = Readonly<Record<string, string>>;

/** The rows of the register that the records make on a day, by deployment. */
export function flatRows(records: Records, day: string): Map<string, FlatRow> {
  const all = (entity: string) => [...(records.get(entity)?.values() ?? [])];
  const one = (entity: string, id: unknown) => records.get(entity)?.get(String(id)) ?? {};
  const factsOf = Map.groupBy(all('origin_fact'), (fact) => fact.supplier_id ?? fact.product_id);
  const decisionsOf = Map.groupBy(all('decision'), (decision) => decision.deployment_id);
  const rows = all('deployment').map((deployment): [string, FlatRow] => {
    const product = one('product', deployment.product_id);
    const supplier = one('supplier', product.supplier_id);
    const system = one('system', deployment.system_id);
    const facts = [...(factsOf.get(product.id) ?? []), ...(factsOf.get(supplier.id) ?? [])];
    const origin = countryOfOrigin(facts.map(originFact), day);
    const decision = standing(decisionsOf.get(deployment.id) ?? []);
    const changed = decision?.changed_facts ?? {};
    return [
      String(deployment.id),
      {
        supplier: text(supplier.name),
        country_of_origin: origin.country ?? 'none',
        origin_facet: origin.facet ?? '',
        product: text(product.name),
        product_category: text(product.category),
        version: text(deployment.version),
        organisation: text(one('organisation', system.organisation_id).name),
        system: text(system.name),
        classification: text(system.classification),
        classification_label: text(system.classification_label),
        marking: (system.markings as string[]).join('; '),
        purposes: (system.purposes as string[]).join('; '),
        installations: text(deployment.installations),
        status: text(deployment.status),
        owner: text(deployment.owner) || text(system.owner),
        decision: text(decision?.outcome),
        decision_basis: text(decision?.basis),
        decision_state: text(decision?.state),
        needs_decision: Object.keys(changed).length > 0 ? 'yes' : '',
        rationale: text(decision?.rationale),
        proposed_by: text(decision?.proposed_by_name),
        approved_by: text(decision?.approved_by_name),
        decided_at: text(decision?.approved_at).replace('+00:00', 'Z'),
        due_on: text(decision?.due_on),
        expires_on: text(decision?.expires_on),
      },
    ];
  });
  return new Map(rows);
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function originFact(fact: Content): OriginFact {
  return {
    subject: fact.supplier_id ? 'supplier' : 'product',
    facet: fact.facet as Facet,
    country: fact.country as string | null,
    confidence: fact.confidence as Confidence,
    validFrom: fact.valid_from as string | null,
    validTo: fact.valid_to as string | null,
    recordedAt: sortable(fact.recorded_at),
  };
}

/** PostgreSQL leaves zeros away at the end of a second's fraction. */
function sortable(time: unknown): string {
  const [second = '', fraction = ''] = String(time).replace('+00:00', '').split('.');
  return `${second}.${fraction.padEnd(6, '0')}`;
}

/** The decision in force, else what is proposed, else what expired; the latest of several. */
function standing(decisions: readonly Content[]): Content | undefined {
  const order = [['approved', 'in_progress', 'done'], ['proposed'], ['expired']];
  const place = ({ state }: Content) => order.findIndex((states) => states.includes(String(state)));
  const time = (decision: Content) => sortable(decision.approved_at ?? decision.proposed_at);
  return decisions
    .filter((decision) => place(decision) >= 0)
    .toSorted(
      (a, b) =>
        place(a) - place(b) ||
        time(b).localeCompare(time(a)) ||
        String(a.id).localeCompare(String(b.id)),
    )[0];
}
