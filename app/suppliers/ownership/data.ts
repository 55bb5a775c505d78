import type { z } from 'zod';
import type { Facet } from '@/app/_domain/origin';
import type { Transaction } from '@/app/_server/database';
import { notFound, Refusal } from '@/app/_server/refusal';
import type { ownershipInput } from './schema';

/** One ownership link, seen from either side: `party` is the owner or what is owned. */
export interface OwnershipRow {
  id: string;
  ownerId: string;
  ownedId: string;
  party: string;
  /** Headline origin of the party; empty where not recorded. */
  country: string;
  facet: Facet | '';
  /** A percentage without trailing zeros; '' where not known. */
  sharePercent: string;
  control: boolean;
  /** ISO dates; '' where open. */
  validFrom: string;
  validTo: string;
  /** Whether it holds on the day that is read: today, unless the past is. */
  holds: boolean;
  source: string;
  sourceUrl: string;
}

export interface OwnerNode extends OwnershipRow {
  /** The owner already stands below itself: suppliers own each other in a circle. */
  circular: boolean;
  /** Who owns the owner on that day; empty at the top. */
  owners: OwnerNode[];
}

// Other records are looked up one by one, since in the past a join works out all of them.

/** Beyond these a picture of the owners would help nobody, and a web of holdings has no end. */
const deepest = 25;
const mostLinks = 500;

/**
 * Everybody who owns the supplier, upwards to the top. Of its own links those that have ended or
 * not begun are given as well; above, only what holds on the day that is read is followed.
 */
export async function readOwners(transaction: Transaction, id: string): Promise<OwnerNode[]> {
  const found = await transaction.$queryRaw<(OwnerNode & { links: string[] })[]>`
    with recursive dated as (
      select *, coalesce(valid_from <= today, true) and coalesce(valid_to > today, true) as holds
      from ownership_link, (select change_day() as today) d
    ), chain as (
      select l.*, array[l.id] as links, array[l.owned_id, l.owner_id] as path, false as circular
      from dated l where l.owned_id = ${id}::uuid
      union all
      select l.*, c.links || l.id, c.path || l.owner_id, l.owner_id = any(c.path)
      from chain c join dated l on l.owned_id = c.owner_id
      where c.holds and l.holds and not c.circular and cardinality(c.links) < ${deepest}
    )
    select c.id, c.owner_id as "ownerId", c.owned_id as "ownedId", s.name as party,
      coalesce(h.country, '') as country, coalesce(h.facet, '') as facet,
      coalesce(trim_scale(c.share_percent)::text, '') as "sharePercent", c.control,
      coalesce(c.valid_from::text, '') as "validFrom", coalesce(c.valid_to::text, '') as "validTo",
      c.holds, c.source, c.source_url as "sourceUrl", c.circular, c.links
    from (select * from chain limit ${mostLinks}) c
    cross join lateral (select name from supplier where id = c.owner_id offset 0) s
    left join lateral (select * from origin_headline where subject_id = c.owner_id offset 0) h on true
    order by cardinality(c.links), c.holds desc, c.control desc, c.share_percent desc nulls last, s.name, c.id`;
  const nodes = new Map<string, OwnerNode>();
  const top: OwnerNode[] = [];
  for (const { links, ...link } of found) {
    const node = { ...link, owners: [] };
    nodes.set(links.join(), node);
    const below = links.length > 1 ? nodes.get(links.slice(0, -1).join())?.owners : top;
    below?.push(node);
  }
  return top;
}

/** What the supplier itself owns, or owned, without what that in turn owns. */
export function readHoldings(transaction: Transaction, id: string): Promise<OwnershipRow[]> {
  return transaction.$queryRaw<OwnershipRow[]>`
    select l.id, l.owner_id as "ownerId", l.owned_id as "ownedId", s.name as party,
      coalesce(h.country, '') as country, coalesce(h.facet, '') as facet,
      coalesce(trim_scale(l.share_percent)::text, '') as "sharePercent", l.control,
      coalesce(l.valid_from::text, '') as "validFrom", coalesce(l.valid_to::text, '') as "validTo",
      coalesce(l.valid_from <= today, true) and coalesce(l.valid_to > today, true) as holds,
      l.source, l.source_url as "sourceUrl"
    from ownership_link l
    cross join (select change_day() as today) d
    cross join lateral (select name from supplier where id = l.owned_id offset 0) s
    left join lateral (select * from origin_headline where subject_id = l.owned_id offset 0) h on true
    where l.owner_id = ${id}::uuid
    order by holds desc, s.name, l.id
    limit ${mostLinks}`;
}

/** Adds the link, or changes the one of its `id`. */
export async function writeOwnership(
  transaction: Transaction,
  { id, ...link }: z.output<typeof ownershipInput>,
): Promise<void> {
  for (const side of ['ownerId', 'ownedId'] as const) {
    if ((await transaction.supplier.count({ where: { id: link[side] } })) === 0) {
      throw new Refusal('not_found', 'There is no such supplier.', {
        [side]: 'Choose a supplier.',
      });
    }
  }
  if (id === null) {
    await transaction.ownershipLink.create({ data: link });
    return;
  }
  const { count } = await transaction.ownershipLink.updateMany({ where: { id }, data: link });
  if (count === 0) throw notFound('ownership link');
}

export async function removeOwnership(transaction: Transaction, id: string): Promise<void> {
  const { count } = await transaction.ownershipLink.deleteMany({ where: { id } });
  if (count === 0) throw notFound('ownership link');
}
