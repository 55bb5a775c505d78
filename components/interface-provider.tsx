'use client';

import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { type ReactNode, useState } from 'react';
import { Messages } from './messages';
import { cssVariablesResolver, theme } from './theme';

export interface InterfaceProviderProps {
  /** Put on every style element that Mantine writes, for a Content-Security-Policy with nonces. */
  nonce?: string;
  children: ReactNode;
}

export function InterfaceProvider({ nonce, children }: InterfaceProviderProps) {
  // An answer that renews the page in place has a nonce of its own; the document keeps its first.
  const [kept] = useState(() => {
    // What locks scrolling behind a dialog writes a style too, and has no other way of being told.
    if (nonce !== undefined && typeof window !== 'undefined') setNonce(nonce);
    return nonce;
  });
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={kept === undefined ? undefined : () => kept}
    >
      {children}
      <Messages />
    </MantineProvider>
  );
}
