'use client';

import { PushButton } from './push-button';

/** Opens the browser's own dialog; what is printed is said by each part's print style. */
export function PrintButton() {
  return (
    <PushButton variant="default" onClick={() => window.print()}>
      Print
    </PushButton>
  );
}
