import {
  IconBox,
  IconBuilding,
  IconChecklist,
  IconFileImport,
  IconGavel,
  IconHelpCircle,
  IconHistory,
  IconReceipt,
  IconScale,
  IconServer,
  IconSettings,
  IconSpeakerphone,
  IconTable,
  IconTruck,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import type { NavigationGroup, NavigationLink } from '@/components/navigation';
import { can, type Permission, type Role } from './_domain/permission';

interface Place {
  href: string;
  label: string;
  Icon: TablerIcon;
  permission: Permission;
}

const groups: readonly { label: string; places: readonly Place[] }[] = [
  {
    label: 'Register',
    places: [
      { href: '/register', label: 'Register', Icon: IconTable, permission: 'register:read' },
      {
        href: '/advisories',
        label: 'Advisories',
        Icon: IconSpeakerphone,
        permission: 'register:read',
      },
      { href: '/decisions', label: 'Decisions', Icon: IconGavel, permission: 'register:read' },
      {
        href: '/decisions/approvals',
        label: 'Approvals',
        Icon: IconChecklist,
        permission: 'decision:approve',
      },
      {
        href: '/decisions/over-reach',
        label: 'Over-reach',
        Icon: IconScale,
        permission: 'register:read',
      },
      {
        href: '/advisories/missing-facts',
        label: 'Missing facts',
        Icon: IconHelpCircle,
        permission: 'register:read',
      },
    ],
  },
  {
    label: 'Records',
    places: [
      { href: '/suppliers', label: 'Suppliers', Icon: IconTruck, permission: 'register:read' },
      { href: '/products', label: 'Products', Icon: IconBox, permission: 'register:read' },
      { href: '/systems', label: 'Systems', Icon: IconServer, permission: 'register:read' },
      {
        href: '/organisations',
        label: 'Organisations',
        Icon: IconBuilding,
        permission: 'register:read',
      },
      {
        href: '/imports',
        label: 'Imports',
        Icon: IconFileImport,
        // Approvers let in the decisions that a file carries.
        permission: 'register:read',
      },
    ],
  },
  {
    label: 'Evidence',
    places: [
      { href: '/history', label: 'History', Icon: IconHistory, permission: 'history:read' },
      // Everybody their own; auditors and administrators all.
      { href: '/receipts', label: 'Receipts', Icon: IconReceipt, permission: 'register:read' },
    ],
  },
  {
    label: 'Administration',
    places: [
      { href: '/users', label: 'Users', Icon: IconUsers, permission: 'user:manage' },
      { href: '/groups', label: 'Groups', Icon: IconUsersGroup, permission: 'user:manage' },
      { href: '/settings', label: 'Settings', Icon: IconSettings, permission: 'setting:manage' },
    ],
  },
];

/** What waits for the person, by address of the page that lists it. */
export type Waiting = Readonly<Record<string, number>>;

/** The places that these roles may open; a group without any is left out. */
export function navigationFor(held: readonly Role[], waiting: Waiting): NavigationGroup[] {
  return groups
    .map(({ label, places }) => ({
      label,
      links: places
        .filter(({ permission }) => can(held, permission))
        .map((place) => navigationLink(place, waiting[place.href])),
    }))
    .filter(({ links }) => links.length > 0);
}

function navigationLink({ href, label, Icon }: Place, badge: number | undefined): NavigationLink {
  const icon = <Icon size={18} stroke={1.6} />;
  return { href, label, icon, ...(badge && { badge, badgeLabel: 'waiting for you' }) };
}
