'use client';

import { withoutFilters, withoutPaging } from '@/app/_lib/table-query-changes';
import { EmptyState } from '../empty-state';
import { QueryLink } from './query-link';
import { useTableNavigation } from './table-navigation';
import type { DataTableProps } from './types';

/** Why no row is shown, and the way on. */
export function NoRows({ total, noun }: { total: number; noun: DataTableProps<object>['noun'] }) {
  const { definition, query } = useTableNavigation();
  if (total > 0) {
    return (
      <EmptyState
        title={`No further ${noun.many} here`}
        description="The list has become shorter since this address was made."
        action={<QueryLink to={withoutPaging(query)}>Go to the first page</QueryLink>}
      />
    );
  }
  const { filters: usual } = withoutFilters(definition, query);
  const isNarrowed =
    query.search !== '' || Object.keys(query.filters).length > Object.keys(usual).length;
  if (!isNarrowed) return <EmptyState title={`There are no ${noun.many}`} />;
  return (
    <EmptyState
      title={`No ${noun.one} matches`}
      description="Nothing fits all the filters above together. Take one of them away, or begin again."
      action={<QueryLink to={withoutFilters(definition, query)}>Clear all filters</QueryLink>}
    />
  );
}
