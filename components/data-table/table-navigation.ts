'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { createContext, useContext, useOptimistic, useRef, useTransition } from 'react';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { type TableQuery, tableHref } from '@/app/_lib/table-query';

type NextQuery = TableQuery | ((query: TableQuery) => TableQuery);

export interface TableNavigation {
  definition: TableDefinition;
  /** The query asked for last, ahead of the rows while they are on their way. */
  query: TableQuery;
  pending: boolean;
  /** A function is given the query of that moment, for what is asked for after a pause. */
  go: (next: NextQuery, history?: 'push' | 'replace') => void;
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

  const latest = useRef(query);
  latest.current = query;

  function go(asked: NextQuery, history: 'push' | 'replace' = 'push') {
    const next = typeof asked === 'function' ? asked(latest.current) : asked;
    startTransition(() => {
      setQuery(next);
      router[history](tableHref(definition, next) as Route, { scroll: false });
    });
  }

  return { definition, query, pending, go };
}
