'use client';

import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { AddressLink } from './address-link';

export interface LinkButtonProps extends ButtonProps {
  href: string;
  /** For files and other answers that are not pages: a plain link, never fetched ahead. */
  download?: boolean;
  children: ReactNode;
}

/** A link that looks like a button. */
export function LinkButton({ href, download = false, ...rest }: LinkButtonProps) {
  if (download) return <Button component="a" href={href} download {...rest} />;
  return <Button component={AddressLink} href={href} {...rest} />;
}
