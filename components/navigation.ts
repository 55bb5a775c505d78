import type { ReactNode } from 'react';

export interface NavigationLink {
  href: string;
  label: string;
  icon: ReactNode;
  /** How many things wait behind the link; nothing is shown for 0. */
  badge?: number;
  /** What the badge counts, read out after the number: "waiting for you". */
  badgeLabel?: string;
}

export interface NavigationGroup {
  label: string;
  links: readonly NavigationLink[];
}

export interface FrameUser {
  name: string;
  email: string;
  roles: readonly string[];
  links: readonly { href: string; label: string }[];
  /** The control that ends the session, e.g. a SignOutButton. */
  signOut: ReactNode;
}
