import { can, type Permission, permissionLabels, type Role } from '@/app/_domain/permission';
import {
  type Content,
  contentOf,
  type NamedRecord,
  type RecordNames,
  referredIds,
} from './differences';

import { wordsOf } from './event-words';

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
  advisory: { path: '/advisories/', permission: 'register:read' },
  supplier: { path: '/suppliers/', permission: 'register:read' },
  product: { path: '/products/', permission: 'register:read' },
  system: { path: '/systems/', permission: 'register:read' },
  organisation: { path: '/organisations/', permission: 'register:read' },
  deployment: { path: '/register/', permission: 'register:read' },
  import_batch: { path: '/imports/', permission: 'register:read' },
  access_group: { path: '/groups/', permission: 'user:manage' },
  user: { path: '/users/', permission: 'user:manage' },
};

/** The ids whose names it takes to say what the events are about. */
export function subjectIds(events: readonly AboutRecord[]): string[] {
  return events.flatMap(({ entityId, before, after }) => [
    entityId,
    ...referredIds([contentOf(after || before)]),
  ]);
}

/** What is gone, or not for this reader, has no page; its name is then the one that it had. */
export function subjectOf(
  { entity, entityId, before, after }: AboutRecord,
  names: RecordNames,
  roles: readonly Role[],
): Subject {
  if (entity === 'permission') {
    return { name: permissionLabels[entityId as Permission] ?? entityId };
  }
  if (entity === 'request') return { name: wordsOf(entityId) };
  if (entity === 'setting') {
    return { name: 'Settings', ...(can(roles, 'setting:manage') && { href: '/settings' }) };
  }
  const content = contentOf(after || before);
  const named = names[entityId] ?? firstReferred(content, names);
  const name = names[entityId]?.name ?? ownName(content) ?? named?.name ?? entityId;
  return { name, ...pageOf(named, roles) };
}

function ownName(content: Content): string | undefined {
  const own = [content?.name, content?.file_name, content?.file, content?.title];
  return own.find((value): value is string => typeof value === 'string' && value !== '');
}

function firstReferred(content: Content, names: RecordNames): NamedRecord | undefined {
  return referredIds([content])
    .map((id) => names[id])
    .find((named) => named !== undefined);
}

function pageOf(named: NamedRecord | undefined, roles: readonly Role[]): { href?: string } {
  const page = named && pages[named.page.entity];
  return page && can(roles, page.permission) ? { href: `${page.path}${named.page.id}` } : {};
}
