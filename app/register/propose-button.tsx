'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ActionAllowance } from '@/app/_domain/decision';
import { formatTableQuery, type TableQuery } from '@/app/_lib/table-query';
import type { TableSelection } from '@/components/data-table/types';
import { registerTable } from './table';

const ProposalDialog = dynamic(
  () => import('./proposal-dialog').then((module) => module.ProposalDialog),
  { ssr: false },
);

/** For the rows selected in the register. */
export function ProposeButton({ selection }: { selection: TableSelection }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        Propose a decision
      </Button>
      {opened ? (
        <ProposalDialog
          count={selection.count}
          selection={
            selection.allMatching
              ? { query: formatTableQuery(registerTable, selection.query).toString() }
              : { ids: [...selection.ids] }
          }
          advisory={advisoryOf(selection.query)}
          onClose={() => setOpened(false)}
          onDone={selection.clear}
        />
      ) : null}
    </>
  );
}

/** The one advisory that the register is filtered by: what is proposed from there answers it. */
function advisoryOf({ filters }: TableQuery): string {
  const references = new Set(filters.advisory?.map((value) => value.split(':')[0]));
  return references.size === 1 ? ([...references][0] ?? '') : '';
}

/** For one deployment, on its own page. */
export function ProposeForDeployment({
  id,
  allowance,
}: {
  id: string;
  allowance: ActionAllowance;
}) {
  const [opened, setOpened] = useState(false);
  if (!allowance.allowed) return <p>{allowance.reason}</p>;
  return (
    <>
      <Button onClick={() => setOpened(true)}>Propose a decision</Button>
      {opened ? (
        <ProposalDialog
          count={1}
          selection={{ ids: [id] }}
          advisory=""
          onClose={() => setOpened(false)}
        />
      ) : null}
    </>
  );
}
