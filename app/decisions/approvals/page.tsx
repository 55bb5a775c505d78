import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { waitingProposals } from '../data';
import { ProposalCard } from '../proposal-card';

export const metadata: Metadata = { title: 'Approvals' };

export default async function ApprovalsPage() {
  const actor = await requireActor('register:read', '/decisions/approvals');
  const proposals = await waitingProposals(actor);
  return (
    <>
      <PageHeader
        title="Approvals"
        subtitle="What was proposed and waits for a second person, the oldest first."
      />
      {proposals.length > 0 ? (
        proposals.map((proposal) => (
          <ProposalCard key={proposal.proposalId} proposal={proposal} actor={actor} />
        ))
      ) : (
        <EmptyState
          title="Nothing waits for approval"
          description="What risk officers propose appears here until somebody else has approved or rejected it."
          action={<LinkButton href="/decisions">See all decisions</LinkButton>}
        />
      )}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
