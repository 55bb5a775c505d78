'use client';

import { type ReactNode, useId, useRef, useState } from 'react';
import styles from './flyout.module.css';

export interface FlyoutProps {
  /** What the button opens, for assistive technology. */
  label: string;
  buttonClassName: string | undefined;
  button: ReactNode;
  /** Rendered only while open. */
  children: (close: () => void) => ReactNode;
}

const width = 272;
const margin = 8;

/**
 * A panel below its button. The browser's own popover brings the top layer, Escape, a click
 * elsewhere and the way back of the focus; only the place is worked out here.
 */
export function Flyout({ label, buttonClassName, button, children }: FlyoutProps) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);

  function place() {
    const anchor = trigger.current?.getBoundingClientRect();
    if (!anchor || !panel.current) return;
    const left = Math.max(margin, Math.min(anchor.right, innerWidth - margin) - width);
    const top = anchor.bottom + 4;
    Object.assign(panel.current.style, {
      left: `${left + scrollX}px`,
      top: `${top + scrollY}px`,
      maxHeight: `${Math.max(200, innerHeight - top - margin)}px`,
    });
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={buttonClassName}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={opened}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        className={styles.panel}
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={(event) => {
          if (event.newState !== 'open') return;
          place();
          setOpened(true);
        }}
        // Only once it is closed: the focus goes back to the button from an element that is there.
        onToggle={(event) => {
          if (event.newState === 'closed') setOpened(false);
        }}
      >
        {opened ? children(() => panel.current?.hidePopover()) : null}
      </div>
    </>
  );
}
