import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';

export interface AddressLinkProps extends Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> {
  href: string;
}

/**
 * A link to an address made at run time, which typed routes cannot check. It is never fetched
 * ahead: a table has hundreds, and each page is made for its reader.
 */
export function AddressLink({ href, ...rest }: AddressLinkProps) {
  return <Link href={href as Route} prefetch={false} {...rest} />;
}
