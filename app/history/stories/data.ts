import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { type RecordStory, readStory, type StoryOf } from '../data';

/** The records that have a story of their own. */
export type StoryKind =
  | 'supplier'
  | 'product'
  | 'system'
  | 'organisation'
  | 'deployment'
  | 'user'
  | 'access_group'
  | 'setting';

const ownId = { id: true };

/** Whose story a record's is: its own and that of the parts that are shown on its page. */
const parts: Readonly<
  Record<StoryKind, (transaction: Transaction, id: string) => Promise<StoryOf>>
> = {
  async supplier(transaction, id) {
    const aliases = await transaction.supplierAlias.findMany({ where: { supplierId: id } });
    const facts = await transaction.originFact.findMany({ where: { supplierId: id } });
    const links = await transaction.ownershipLink.findMany({
      where: { OR: [{ ownerId: id }, { ownedId: id }] },
    });
    return {
      entities: ['supplier', 'supplier_alias', 'origin_fact', 'ownership_link'],
      ids: [id],
      partIds: idsOf(aliases, facts, links),
    };
  },
  async product(transaction, id) {
    const facts = await transaction.originFact.findMany({ where: { productId: id } });
    const components = await transaction.productComponent.findMany({
      where: { OR: [{ productId: id }, { componentId: id }] },
    });
    return {
      entities: ['product', 'origin_fact', 'product_component'],
      ids: [id],
      partIds: idsOf(facts, components),
    };
  },
  async deployment(transaction, id) {
    const decisions = await transaction.decision.findMany({
      where: { deploymentId: id },
      select: {
        id: true,
        events: { select: { id: true } },
        evidence: { select: { id: true } },
      },
    });
    return {
      entities: ['deployment', 'decision', 'decision_event', 'evidence'],
      ids: [id, ...idsOf(decisions)],
      partIds: decisions.flatMap(({ events, evidence }) => idsOf(events, evidence)),
    };
  },
  async user(transaction, id) {
    const roles = await transaction.roleAssignment.findMany({ where: { userId: id } });
    // Those of somebody else are not seen; their events are in the history by their own names.
    const passkeys = await transaction.passkey.findMany({ where: { userId: id }, select: ownId });
    const tokens = await transaction.apiToken.findMany({ where: { userId: id }, select: ownId });
    return {
      entities: [
        'user',
        'role_assignment',
        'user_organisation',
        'authenticator',
        'passkey',
        'api_token',
        'access_group_member',
        'clearance_request',
      ],
      ids: [id],
      partIds: [...roles.map(({ role }) => `${id}/${role}`), ...idsOf(passkeys, tokens)],
    };
  },
  system: async (_, id) => ({ entities: ['system'], ids: [id], partIds: [] }),
  organisation: async (_, id) => ({ entities: ['organisation'], ids: [id], partIds: [] }),
  access_group: async (_, id) => ({
    entities: ['access_group', 'access_group_member'],
    ids: [id],
    partIds: [],
  }),
  setting: async (_, id) => ({ entities: ['setting'], ids: [id], partIds: [] }),
};

function idsOf(...rows: readonly (readonly { id: string | bigint }[])[]): string[] {
  return rows.flat().map(({ id }) => String(id));
}

/** The story of a record that the actor may read, so far or up to a moment, newest first. */
export async function readRecordStory(
  actor: Actor,
  kind: StoryKind,
  id: string,
  limit: number,
  asOf?: string,
): Promise<RecordStory> {
  return readStory(
    actor,
    await readAs(actor, (transaction) => parts[kind](transaction, id), asOf),
    limit,
    asOf,
  );
}
