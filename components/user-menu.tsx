'use client';

import { IconChevronDown } from '@tabler/icons-react';
import { AddressLink } from './address-link';
import { ColourSchemeChoice } from './colour-scheme-choice';
import { Flyout } from './flyout';
import type { FrameUser } from './navigation';
import styles from './user-menu.module.css';

export function UserMenu({ user }: { user: FrameUser }) {
  const roles = user.roles.length > 0 ? user.roles.join(', ') : 'No role yet';

  return (
    <Flyout
      label="Your account"
      buttonClassName={styles.button}
      button={
        <>
          <span className={styles.initials} aria-hidden>
            {initials(user.name)}
          </span>
          <span className={styles.who}>
            <span className={styles.name}>{user.name}</span>
            <span className={styles.roles}>{roles}</span>
          </span>
          <IconChevronDown size={16} stroke={1.6} aria-hidden />
        </>
      }
    >
      {(close) => (
        <div className={styles.panel}>
          <div>
            <p className={styles.name}>{user.name}</p>
            <p className={styles.detail}>{user.email}</p>
            <p className={styles.detail}>{roles}</p>
          </div>
          <ColourSchemeChoice />
          <ul className={styles.links}>
            {user.links.map((link) => (
              <li key={link.href}>
                <AddressLink href={link.href} onClick={close}>
                  {link.label}
                </AddressLink>
              </li>
            ))}
          </ul>
          {user.signOut}
        </div>
      )}
    </Flyout>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}
