'use client';

import { IconMenu2 } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { NavigationGroup } from './navigation';
import { NavigationList } from './navigation-list';
import styles from './page-frame.module.css';

const Drawer = dynamic(() => import('./drawer').then((module) => module.Drawer), { ssr: false });

/** The navigation on narrow screens: a button that opens it over the page. */
export function NavigationDrawer({ groups }: { groups: readonly NavigationGroup[] }) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);

  return (
    <>
      <button
        type="button"
        className={styles.burger}
        aria-label="Menu"
        aria-expanded={opened}
        onClick={() => setOpened(true)}
      >
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
      </button>
      {opened ? (
        <Drawer title="Supplier Risk Register" onClose={close}>
          <nav aria-label="Main">
            <NavigationList groups={groups} onFollow={close} />
          </nav>
        </Drawer>
      ) : null}
    </>
  );
}
