import { formatInteger } from '@/app/_lib/format';
import type { Actor } from '@/app/_server/actor';
import { Section } from '@/components/section';
import { findMatches, type ImportBatch } from '../data';
import { MatchesForm } from './matches-form';

interface MatchesSectionProps {
  actor: Actor;
  batch: ImportBatch;
  mayImport: boolean;
  /** How many are still to be settled. */
  open: number;
}

/** New names of suppliers that resemble others, for a person to say whether they mean the same. */
export async function MatchesSection({ actor, batch, mayImport, open }: MatchesSectionProps) {
  const matches = await findMatches(actor, batch.id);
  if (matches.length === 0) return null;
  return (
    <Section
      title={
        open > 0
          ? `Names of suppliers to settle: ${formatInteger(open)}`
          : 'Supplier names, all settled'
      }
      description="These names are new to the register and resemble others. The same supplier: the name is kept as an alias, and its lines go to that supplier."
    >
      <MatchesForm
        importId={batch.id}
        mayAnswer={mayImport}
        matches={matches.map(({ id, name, candidate, supplierId, same }) => ({
          id,
          name,
          candidate,
          supplierId,
          same,
        }))}
      />
    </Section>
  );
}
