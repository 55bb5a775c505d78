'use client';

import { formatInteger } from '@/app/_lib/format';
import { Drawer } from '../drawer';
import { PushButton } from '../push-button';
import { FilterPanel } from './filter-panel';
import type { DataTableProps, TablePage } from './types';

export interface FilterDrawerProps {
  page: TablePage<unknown>;
  noun: DataTableProps<object>['noun'];
  onClose: () => void;
}

/** The filters on a narrow screen. */
export function FilterDrawer({ page, noun, onClose }: FilterDrawerProps) {
  const things = page.total === 1 ? noun.one : noun.many;
  return (
    <Drawer
      title="Filters"
      onClose={onClose}
      footer={
        <PushButton fullWidth onClick={onClose}>
          Show {formatInteger(page.total)} {things}
        </PushButton>
      }
    >
      <FilterPanel facets={page.facets} />
    </Drawer>
  );
}
