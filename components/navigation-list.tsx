'use client';

import { usePathname } from 'next/navigation';
import { AddressLink } from './address-link';
import type { NavigationGroup, NavigationLink } from './navigation';
import styles from './navigation-list.module.css';

export interface NavigationListProps {
  groups: readonly NavigationGroup[];
  /** Icons only; the labels stay for assistive technology and as tool tips. */
  collapsed?: boolean;
  onFollow?: () => void;
}

export function NavigationList({ groups, collapsed = false, onFollow }: NavigationListProps) {
  const current = currentHref(groups, usePathname());

  return (
    <div className={styles.groups} data-collapsed={collapsed || undefined}>
      {groups.map((group) => (
        <section key={group.label} aria-label={group.label}>
          <p className={styles.groupLabel} aria-hidden>
            {group.label}
          </p>
          <ul className={styles.list}>
            {group.links.map((link) => (
              <li key={link.href}>
                <AddressLink
                  className={styles.link}
                  href={link.href}
                  aria-current={link.href === current ? 'page' : undefined}
                  title={collapsed ? link.label : undefined}
                  onClick={onFollow}
                >
                  <span className={styles.icon} aria-hidden>
                    {link.icon}
                  </span>
                  <span className={styles.label}>{link.label}</span>
                  <NavigationBadge link={link} />
                </AddressLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function NavigationBadge({ link }: { link: NavigationLink }) {
  if (!link.badge) return null;
  return (
    <span className={styles.badge} data-numeric>
      {link.badge > 999 ? '999+' : link.badge}
      {link.badgeLabel ? <span className="visually-hidden"> {link.badgeLabel}</span> : null}
    </span>
  );
}

/** The link that leads closest to where the person is, since one address can lie within another. */
function currentHref(groups: readonly NavigationGroup[], pathname: string): string | undefined {
  return groups
    .flatMap(({ links }) => links.map(({ href }) => href))
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
