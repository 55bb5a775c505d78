'use client';

import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useState } from 'react';
import type { NavigationGroup } from './navigation';
import { navigationCookie } from './navigation-cookie';
import { NavigationList } from './navigation-list';
import styles from './page-frame.module.css';

export interface NavigationRailProps {
  groups: readonly NavigationGroup[];
  /** How the reader left it last time, from the cookie, so that the first paint is right. */
  initiallyCollapsed: boolean;
}

/** The navigation beside the page on wide screens; folds to a strip of icons. */
export function NavigationRail({ groups, initiallyCollapsed }: NavigationRailProps) {
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const Icon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;

  function toggle() {
    const next = !collapsed;
    setCollapsed(next);
    rememberCollapsed(next);
  }

  return (
    <nav className={styles.rail} data-collapsed={collapsed || undefined} aria-label="Main">
      <NavigationList groups={groups} collapsed={collapsed} />
      <button
        type="button"
        className={styles.fold}
        aria-expanded={!collapsed}
        aria-label="Navigation labels"
        title={collapsed ? 'Show the labels' : 'Fold to icons'}
        onClick={toggle}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
      </button>
    </nav>
  );
}

function rememberCollapsed(collapsed: boolean) {
  const oneYear = 365 * 24 * 60 * 60;
  // biome-ignore lint/suspicious/noDocumentCookie: the server has to read it for the first paint
  document.cookie = `${navigationCookie}=${collapsed ? 'folded' : 'open'}; path=/; max-age=${oneYear}; samesite=lax`;
}
