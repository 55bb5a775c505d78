'use client';

import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { Messages } from './messages';
import { cssVariablesResolver, theme } from './theme';

export interface InterfaceProviderProps {
  /** Put on every style element that Mantine writes, for a Content-Security-Policy with nonces. */
  nonce?: string;
  children: ReactNode;
}

export function InterfaceProvider({ nonce, children }: InterfaceProviderProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={nonce === undefined ? undefined : () => nonce}
    >
      {children}
      <Messages />
    </MantineProvider>
  );
}
