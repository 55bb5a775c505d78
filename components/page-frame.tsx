import { IconShieldCheck } from '@tabler/icons-react';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AddressLink } from './address-link';
import { MarkingBanner } from './marking-banner';
import type { FrameUser, NavigationGroup } from './navigation';
import { navigationCookie } from './navigation-cookie';
import { NavigationDrawer } from './navigation-drawer';
import { NavigationRail } from './navigation-rail';
import styles from './page-frame.module.css';
import { UserMenu } from './user-menu';

export interface PageFrameProps {
  navigation: readonly NavigationGroup[];
  user: FrameUser;
  /** The register's own marking, for a page that does not show one of its own. */
  marking: string;
  children: ReactNode;
}

/** What surrounds every page of a signed-in reader. Holds the only main element. */
export async function PageFrame({ navigation, user, marking, children }: PageFrameProps) {
  const folded = (await cookies()).get(navigationCookie)?.value === 'folded';

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <div className={styles.top}>
        <MarkingBanner marking={marking} edge="top" of="frame" />
        <header className={styles.bar}>
          <NavigationDrawer groups={navigation} />
          <AddressLink href="/" className={styles.product}>
            <IconShieldCheck size={22} stroke={1.7} aria-hidden />
            <span>Supplier Risk Register</span>
          </AddressLink>
          <UserMenu user={user} />
        </header>
      </div>
      <div className={styles.body}>
        <NavigationRail groups={navigation} initiallyCollapsed={folded} />
        <main className={styles.main} id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <div className={styles.bottom}>
        <MarkingBanner marking={marking} edge="bottom" of="frame" />
      </div>
    </div>
  );
}
