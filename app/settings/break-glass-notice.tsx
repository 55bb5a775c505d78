import { ErrorNotice } from '@/components/error-notice';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';

const shownFor = 7 * 24 * 60 * 60 * 1000;

/** Tells administrators for a week that the account for emergencies was used. */
export function BreakGlassNotice({ usedAt }: { usedAt: Date | null }) {
  if (!usedAt || Date.now() - usedAt.getTime() > shownFor) return null;
  return (
    <ErrorNotice
      tone="caution"
      title="The break-glass account was used"
      what={
        <>
          Somebody signed in with it <Moment at={usedAt} />, past single sign-on. Make sure that you
          know who and why.
        </>
      }
      action={
        <LinkButton href="/history?action=break_glass" variant="default" size="xs">
          See the history
        </LinkButton>
      }
    />
  );
}
