// First, since it says which layer of styles goes before which.
import './globals.css';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';

import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { InterfaceProvider } from '@/components/interface-provider';
import { requestNonce } from './_server/nonce';
import { Frame } from './frame';

export const metadata: Metadata = {
  title: { default: 'Supplier Risk Register', template: '%s · Supplier Risk Register' },
  description:
    'Which software do we run, where does it come from, which advice covers it, and what did we decide?',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#161b20' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = await requestNonce();
  return (
    <html lang="en-GB" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <InterfaceProvider nonce={nonce}>
          <Frame>{children}</Frame>
        </InterfaceProvider>
      </body>
    </html>
  );
}
