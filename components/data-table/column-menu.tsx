'use client';

import { IconColumns3 } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { Flyout } from '../flyout';
import styles from './table-toolbar.module.css';

const ColumnChooser = dynamic(
  () => import('./column-chooser').then((module) => module.ColumnChooser),
  { ssr: false, loading: () => <p>Loading…</p> },
);

export function ColumnMenu() {
  return (
    <Flyout
      label="Choose columns"
      buttonClassName={styles.tool}
      button={
        <>
          <IconColumns3 size={16} stroke={1.6} aria-hidden />
          Columns
        </>
      }
    >
      {() => <ColumnChooser />}
    </Flyout>
  );
}
