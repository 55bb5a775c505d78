import { IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './bare-frame.module.css';
import { MarkingBanner } from './marking-banner';

export interface BareFrameProps {
  marking?: string;
  children: ReactNode;
}

/** The page around what is shown to nobody in particular: signing in, setting up, an error. */
export function BareFrame({ marking, children }: BareFrameProps) {
  return (
    <div className={styles.frame}>
      {marking ? <MarkingBanner marking={marking} edge="top" of="frame" /> : <span />}
      <main className={styles.main} id="content">
        <p className={styles.product}>
          <IconShieldCheck size={22} stroke={1.7} aria-hidden />
          Supplier Risk Register
        </p>
        <div className={styles.card}>{children}</div>
      </main>
      {marking ? <MarkingBanner marking={marking} edge="bottom" of="frame" /> : <span />}
    </div>
  );
}
