import { can, type Permission, permissionLabels, type Role } from '@/app/_domain/permission';
import { type Content, contentOf, type RecordNames, referredIds } from './differences';

/** What an event is about: the record's name, and its page where the reader may open one. */
export interface Subject {
  name: string;
  href?: string;
}

export interface AboutRecord {
  entity: string;
  entityId: string;
  before: string;
  after: string;
}

/** Page of a record by the table it stands in, and the permission to open it. */
const pages: Readonly<Record<string, { path: string; permission: Permission }>> = {
  supplier: { path: '/suppliers/', permission: 'register:read' },
  product: { path: '/products/', permission: 'register:read' },
  system: { path: '/systems/', permission: 'register:read' },
  organisation: { path: '/organisations/', permission: 'register:read' },
  deployment: { path: '/register/', permission: 'register:read' },
  import_batch: { path: '/imports/', permission: 'register:read' },
  user: { path: '/users/', permission: 'user:manage' },
};

/** Whose page shows what has none of its own, by the column that refers to it. */
const parents = {
  deployment_id: 'deployment',
  supplier_id: 'supplier',
  product_id: 'product',
  owned_id: 'supplier',
  user_id: 'user',
} as const;

/** The ids whose names it takes to say what the events are about. */
export function subjectIds(events: readonly AboutRecord[]): string[] {
  return events.flatMap(({ entityId, before, after }) => [
    entityId,
    ...referredIds([contentOf(after || before)]),
  ]);
}

export function subjectOf(
  { entity, entityId, before, after }: AboutRecord,
  names: RecordNames,
  roles: readonly Role[],
): Subject {
  if (entity === 'permission') {
    return { name: permissionLabels[entityId as Permission] ?? entityId };
  }
  if (entity === 'setting')
    return { name: 'Settings', ...hrefOf('/settings', 'setting:manage', roles) };
  const content = contentOf(after || before);
  const name = names[entityId] ?? ownName(content) ?? nameOfReferred(content, names) ?? entityId;
  return { name, ...recordHref(entity, entityId, content, names, roles) };
}

function ownName(content: Content): string | undefined {
  const own = [content?.name, content?.file_name, content?.file, content?.title];
  return own.find((value): value is string => typeof value === 'string' && value !== '');
}

function nameOfReferred(content: Content, names: RecordNames): string | undefined {
  return referredIds([content])
    .map((id) => names[id])
    .find(Boolean);
}

function recordHref(
  entity: string,
  entityId: string,
  content: Content,
  names: RecordNames,
  roles: readonly Role[],
): { href?: string } {
  const own = pages[entity];
  // What has no name is gone, or not for this reader.
  if (own) return names[entityId] ? hrefOf(`${own.path}${entityId}`, own.permission, roles) : {};
  for (const [column, parent] of Object.entries(parents)) {
    const id = content?.[column];
    const page = pages[parent];
    if (page && typeof id === 'string' && names[id]) {
      return hrefOf(`${page.path}${id}`, page.permission, roles);
    }
  }
  return {};
}

function hrefOf(href: string, permission: Permission, roles: readonly Role[]): { href?: string } {
  return can(roles, permission) ? { href } : {};
}
