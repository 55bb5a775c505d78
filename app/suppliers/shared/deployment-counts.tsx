import { classificationCodes } from '@/app/_domain/classification';
import { formatInteger } from '@/app/_lib/format';
import { AddressLink } from '@/components/address-link';
import { PlainTable } from '@/components/plain-table';
import type { DeploymentCount } from './data';

interface DeploymentCountsProps {
  counts: readonly DeploymentCount[];
  /** The register's filter that gives the same deployments. */
  filter: { name: 'supplier' | 'product' | 'organisation'; value: string };
}

/** Deployments by organisation and classification, each number a way into the register. */
export function DeploymentCounts({ counts, filter }: DeploymentCountsProps) {
  const organisations = [...Map.groupBy(counts, ({ organisation }) => organisation)];
  const used = classificationCodes.filter((code) =>
    counts.some((one) => one.classification === code),
  );
  const linked = (count: number, words: string, narrowing: Record<string, string>) => (
    <AddressLink href={registerHref({ [filter.name]: filter.value, ...narrowing })}>
      {formatInteger(count)}
      <span className="visually-hidden"> {words}</span>
    </AddressLink>
  );
  const sum = (some: readonly DeploymentCount[]) => some.reduce((all, { count }) => all + count, 0);

  return (
    <PlainTable
      caption="Deployments by organisation and classification"
      columns={[
        { label: 'Organisation' },
        ...used.map((code) => ({ label: code, align: 'end' as const })),
        { label: 'All', align: 'end' as const },
      ]}
      rows={organisations.map(([organisation, own]) => ({
        key: organisation,
        cells: [
          organisation,
          ...used.map((code) => {
            const count = sum(own.filter(({ classification }) => classification === code));
            return count > 0
              ? linked(count, `${code} at ${organisation}`, { organisation, classification: code })
              : '–';
          }),
          linked(sum(own), `at ${organisation}`, { organisation }),
        ],
      }))}
      empty="No deployment that you may see."
    />
  );
}

export function registerHref(filters: Record<string, string>): string {
  return `/register?${new URLSearchParams(filters)}`;
}
