import { classificationCodes } from '@/app/_domain/classification';
import { formatInteger } from '@/app/_lib/format';
import type { DeploymentCount } from '@/app/register/counts/data';
import { PlainTable } from '@/components/plain-table';
import { RecordLink } from '@/components/record-link';
import { registerHref } from './register-href';

interface DeploymentCountsProps {
  counts: readonly DeploymentCount[];
  /** The register's filter that gives the same deployments. */
  filter: { supplier: string } | { product: string };
}

/** Deployments by organisation and classification, each number a way into the register. */
export function DeploymentCounts({ counts, filter }: DeploymentCountsProps) {
  const codes = classificationCodes.filter((code) =>
    counts.some(({ classification }) => classification === code),
  );
  const row = (
    words: string,
    some: readonly DeploymentCount[],
    narrowing: { organisation?: string },
  ) => {
    const cell = (classification?: string) => {
      const counted = some.filter(
        (one) => !classification || one.classification === classification,
      );
      const count = counted.reduce((sum, one) => sum + one.count, 0);
      if (count === 0) return '–';
      const filters = { ...filter, ...narrowing, ...(classification && { classification }) };
      return (
        <RecordLink key={classification ?? 'all'} href={registerHref(filters)}>
          {formatInteger(count)}
          <span className="visually-hidden">
            {' '}
            {classification} at {words}
          </span>
        </RecordLink>
      );
    };
    return { key: words, cells: [words, ...codes.map(cell), cell()] };
  };
  const organisations = [...Map.groupBy(counts, ({ organisation }) => organisation)];
  const rows = organisations.map(([organisation, own]) => row(organisation, own, { organisation }));

  return (
    <PlainTable
      caption="Deployments by organisation and classification"
      columns={[
        { label: 'Organisation' },
        ...codes.map((code) => ({ label: code, align: 'end' as const })),
        { label: 'All', align: 'end' },
      ]}
      rows={rows.length > 1 ? [...rows, row('All organisations', counts, {})] : rows}
      empty="No deployment that you may see."
    />
  );
}
