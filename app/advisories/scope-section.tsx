import { verdictLabels } from '@/app/_domain/exposure';
import { formatInteger } from '@/app/_lib/format';
import { registerHref } from '@/app/_parts/register-href';
import { CountBar } from '@/components/count-bar';
import { LinkButton } from '@/components/link-button';
import { Section } from '@/components/section';
import type { Preview } from './preview/data';
import { PreviewCounts } from './preview/preview-counts';
import { PreviewTables } from './preview/preview-tables';

interface ActiveScopeProps {
  reference: string;
  counts: { in: number; cannotTell: number; noAction: number };
}

/** What an active advisory says of the register, each number a way into it. */
export function ActiveScope({ reference, counts }: ActiveScopeProps) {
  const href = (verdict: string) => registerHref({ advisory: `${reference}:${verdict}` });
  const concerned = counts.in + counts.cannotTell + counts.noAction;
  return (
    <Section
      title="Scope"
      description={`${formatInteger(concerned)} ${concerned === 1 ? 'deployment' : 'deployments'} that you may see are concerned; no rule applies to the others.`}
      actions={
        <LinkButton
          keepsMoment
          variant="default"
          size="xs"
          href={registerHref({ advisory: reference })}
        >
          Open in the register
        </LinkButton>
      }
    >
      <CountBar
        items={[
          { label: verdictLabels.in, value: counts.in, tone: 'danger', href: href('in') },
          {
            label: verdictLabels.cannot_tell,
            value: counts.cannotTell,
            tone: 'caution',
            href: href('cannot_tell'),
          },
          {
            label: verdictLabels.out_no_action,
            value: counts.noAction,
            tone: 'good',
            href: href('out'),
          },
        ]}
      />
    </Section>
  );
}

/** What an advisory that is not active would say of the register. */
export function PreviewScope({ preview }: { preview: Preview | undefined }) {
  return (
    <Section
      title="Preview"
      description="What it would say of the deployments that you may see. Nothing is judged by it before it is activated."
    >
      {preview ? (
        <>
          <PreviewCounts counts={preview.counts} />
          <PreviewTables preview={preview} />
        </>
      ) : (
        <p>It has no rule yet, so it would cover nothing.</p>
      )}
    </Section>
  );
}
