'use client';

import { Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import styles from './table-toolbar.module.css';

const ColumnChooser = dynamic(
  () => import('./column-chooser').then((module) => module.ColumnChooser),
  { ssr: false, loading: () => <p>Loading…</p> },
);

export function ColumnMenu() {
  return (
    <Popover position="bottom-end" width={272} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button type="button" className={styles.tool}>
          <IconColumns3 size={16} stroke={1.6} aria-hidden />
          Columns
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label="Choose columns">
        <ColumnChooser />
      </Popover.Dropdown>
    </Popover>
  );
}
