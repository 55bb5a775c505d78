'use client';

import { IconX } from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './drawer.module.css';

export interface DrawerProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays in view below the content. */
  footer?: ReactNode;
}

/** A panel over the left of a narrow screen. It is open for as long as it is rendered. */
export function Drawer({ title, onClose, children, footer }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  // While the element is still in the page, so that the focus finds its way back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    // The browser's own dialog brings the focus trap, Escape and an inert page behind it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is on the backdrop
    <dialog
      ref={dialog}
      className={styles.drawer}
      aria-label={title}
      onClose={() => {
        if (!dialog.current?.open) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.panel}>
        <div className={styles.head}>
          <h2>{title}</h2>
          <button type="button" className={styles.close} aria-label="Close" onClick={onClose}>
            <IconX size={20} stroke={1.6} aria-hidden />
          </button>
        </div>
        <div className={styles.content}>{children}</div>
        {footer ? <div className={styles.foot}>{footer}</div> : null}
      </div>
    </dialog>
  );
}
