import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { advisoryStatusLabels } from '@/app/_domain/advisory';
import { returnCountCodes, returnCounts } from '@/app/_domain/advisory-return';
import { ceilingLabel } from '@/app/_domain/clearance';
import { can } from '@/app/_domain/permission';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { FactList } from '@/components/fact-list';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { PrintButton } from '@/components/print-button';
import { Section } from '@/components/section';
import { readReturnPage } from '../../return/data';
import { NilReturns } from '../../return/nil-returns';
import { ReturnCounts } from '../../return/return-counts';
import { sightOf } from '../../return/sight';

const load = cache(async (id: string) => {
  const actor = await requireActor('register:read', `/advisories/${id}/return`);
  return { actor, page: (await readReturnPage(actor, id)) ?? notFound() };
});

export async function generateMetadata(
  props: PageProps<'/advisories/[id]/return'>,
): Promise<Metadata> {
  const { page } = await load((await props.params).id);
  return { title: `Return: ${page.advisory.reference}` };
}

/** The return as it is handed in: with its head, by organisation, and with the nil returns. */
export default async function ReturnPage({ params }: PageProps<'/advisories/[id]/return'>) {
  const { actor, page } = await load((await params).id);
  const { advisory, rows, asAt } = page;
  const marking = await pageMarking(actor);
  const { id, reference, title } = advisory;
  return (
    <>
      <PageHeader
        title={`Return: ${reference}`}
        subtitle={title}
        breadcrumbs={[
          { label: 'Advisories', href: '/advisories' },
          { label: reference, href: `/advisories/${id}` },
        ]}
        actions={
          <>
            <PrintButton />
            {can(actor.roles, 'register:export') ? (
              <LinkButton variant="default" href={`/advisories/${id}/return.csv`} download>
                CSV
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Section title="What this is">
        <FactList
          columns={3}
          facts={[
            { label: 'Advisory', value: reference, note: title },
            {
              label: 'Issued by',
              value: advisory.issuer,
              note: <Moment at={advisory.issuedOn.toISOString().slice(0, 10)} />,
            },
            {
              label: 'Version',
              value: `${advisory.version}, ${advisoryStatusLabels[advisory.status].toLowerCase()}`,
              note: (
                <>
                  Active since <Moment at={advisory.activatedAt} />
                </>
              ),
            },
            { label: 'As at', value: <Moment at={asAt} /> },
            { label: 'Marking', value: marking },
            {
              label: 'Made for',
              value: actor.name,
              note: `Cleared to: ${ceilingLabel(actor.ceiling)}`,
            },
          ]}
        />
      </Section>
      <Section title="By organisation" description={sightOf(actor)}>
        <ReturnCounts reference={reference} rows={rows} />
        <FactList
          columns={3}
          facts={returnCountCodes.map((name) => ({
            label: returnCounts[name].label,
            value: returnCounts[name].description,
          }))}
        />
      </Section>
      <Section
        title="Nil returns"
        description="Of organisations with nothing in scope. A signed return is marked when something has come into scope since, or the rules have changed."
      >
        <NilReturns actor={actor} advisory={advisory} rows={rows} />
      </Section>
      <PageMarking marking={marking} />
    </>
  );
}
