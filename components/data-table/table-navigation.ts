'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { createContext, useContext, useOptimistic, useTransition } from 'react';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { type TableQuery, tableHref } from '@/app/_lib/table-query';

export interface TableNavigation {
  definition: TableDefinition;
  /** The query asked for last, ahead of the rows while they are on their way. */
  query: TableQuery;
  pending: boolean;
  go: (query: TableQuery, history?: 'push' | 'replace') => void;
}

export const TableNavigationContext = createContext<TableNavigation | null>(null);

/** The navigation of the table around the caller. */
export function useTableNavigation(): TableNavigation {
  const navigation = useContext(TableNavigationContext);
  if (!navigation) throw new Error('A table control stands outside of a DataTable.');
  return navigation;
}

/** Turns queries into navigations; all state of the table is in the address. */
export function useNewTableNavigation(
  definition: TableDefinition,
  shown: TableQuery,
): TableNavigation {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [query, setQuery] = useOptimistic(shown);

  function go(next: TableQuery, history: 'push' | 'replace' = 'push') {
    startTransition(() => {
      setQuery(next);
      router[history](tableHref(definition, next) as Route, { scroll: false });
    });
  }

  return { definition, query, pending, go };
}
