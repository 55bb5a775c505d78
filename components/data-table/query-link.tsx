'use client';

import type { MouseEvent } from 'react';
import { type TableQuery, tableHref } from '@/app/_lib/table-query';
import { AddressLink, type AddressLinkProps } from '../address-link';
import { useTableNavigation } from './table-navigation';

export interface QueryLinkProps extends Omit<AddressLinkProps, 'href' | 'scroll' | 'onClick'> {
  to: TableQuery;
  /** Where the link leads when Shift is held, in place of opening a window. */
  toWithShift?: TableQuery;
}

/** A link to another query of the same table: a real address to copy, followed without a reload. */
export function QueryLink({ to, toWithShift, ...rest }: QueryLinkProps) {
  const { definition, go } = useTableNavigation();

  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.shiftKey && !toWithShift) return;
    event.preventDefault();
    go(event.shiftKey && toWithShift ? toWithShift : to);
  }

  return <AddressLink {...rest} href={tableHref(definition, to)} scroll={false} onClick={follow} />;
}
