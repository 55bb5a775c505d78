'use client';

import { useSearchParams } from 'next/navigation';
import { hrefAsOf } from '@/app/_lib/as-of';
import { AddressLink, type AddressLinkProps } from './address-link';

/** A link to a page that knows the past: from a page of the past it leads to the same moment. */
export function RecordLink({ href, ...rest }: AddressLinkProps) {
  const asOf = useSearchParams().get('asOf') ?? undefined;
  return <AddressLink href={hrefAsOf(href, asOf)} {...rest} />;
}
