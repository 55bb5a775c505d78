import {
  type DecisionOutcome,
  type DecisionState,
  outcomeLabels,
  stateLabels,
} from '@/app/_domain/decision';
import { type DeploymentStatus, deploymentStatusLabels } from '@/app/_domain/deployment';
import { stateTones } from '@/app/_domain/tone';
import { CountryCell } from '@/app/_parts/country-cell';
import type { RegisterRow } from '@/app/register/table';
import { Moment } from '@/components/moment';
import { PlainTable } from '@/components/plain-table';
import { RecordLink } from '@/components/record-link';
import { ToneBadge } from '@/components/tone-badge';

/** What runs on one system, and what was decided for each. */
export function DeploymentList({ deployments }: { deployments: readonly RegisterRow[] }) {
  return (
    <PlainTable
      caption="Deployments and their decisions"
      columns={[
        { label: 'Product' },
        { label: 'Supplier' },
        { label: 'Country of origin' },
        { label: 'Version' },
        { label: 'Status' },
        { label: 'Decision' },
        { label: 'State' },
        { label: 'Due' },
      ]}
      rows={deployments.map((row) => ({
        key: row.deployment_id,
        cells: [
          <RecordLink key="product" href={`/register/${row.deployment_id}`}>
            {row.product}
          </RecordLink>,
          <RecordLink key="supplier" href={`/suppliers/${row.supplier_id}`}>
            {row.supplier}
          </RecordLink>,
          <CountryCell key="country" country={row.country_of_origin} />,
          row.version,
          deploymentStatusLabels[row.status as DeploymentStatus],
          row.decision ? outcomeLabels[row.decision as DecisionOutcome] : 'No decision',
          <StateBadge key="state" code={row.decision_state as DecisionState | ''} />,
          <Moment key="due" at={row.due_on} />,
        ],
      }))}
      empty="Nothing is deployed here."
    />
  );
}

function StateBadge({ code }: { code: DecisionState | '' }) {
  return code ? <ToneBadge tone={stateTones[code]}>{stateLabels[code]}</ToneBadge> : null;
}
