import type { AskedRecord } from '@/app/_server/asked-record';
import { AddressLink } from '@/components/address-link';
import { AsAtBanner, momentWords } from '@/components/as-at-banner';
import { EmptyState } from '@/components/empty-state';
import { PageHeader, type PageHeaderProps } from '@/components/page-header';
import { ProblemList } from '@/components/problem-list';

/** Above a record of the past; nothing above one of the present. */
export function RecordMoment({ asOf, path }: { asOf: string | undefined; path: string }) {
  if (asOf === undefined) return null;
  return (
    <AsAtBanner asOf={asOf}>
      <AddressLink href={path}>Back to the present</AddressLink>
    </AsAtBanner>
  );
}

interface NoRecordShownProps<Kept> extends Pick<PageHeaderProps, 'breadcrumbs'> {
  asked: Exclude<AskedRecord<Kept>, { kind: 'found' }>;
  /** What kind of record it is, such as `supplier`. */
  what: string;
  nameOf: (record: Kept) => string;
}

/** In place of a record that was not there then, or of which the moment cannot be understood. */
export function NoRecordShown<Kept>(props: NoRecordShownProps<Kept>) {
  const { asked, what, nameOf, breadcrumbs } = props;
  if (asked.kind === 'problem') {
    return (
      <>
        <PageHeader title="No such moment" {...(breadcrumbs && { breadcrumbs })} />
        <ProblemList problems={asked.problems} path={asked.path} params={asked.params} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={nameOf(asked.present)} {...(breadcrumbs && { breadcrumbs })} />
      <RecordMoment asOf={asked.asOf} path={asked.path} />
      <EmptyState
        title="It was not recorded then"
        description={`At ${momentWords(asked.asOf)} the register held no ${what} of this address that you may see. It came later.`}
      />
    </>
  );
}
