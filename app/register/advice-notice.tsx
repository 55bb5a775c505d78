import { formatInteger } from '@/app/_lib/format';
import { ErrorNotice } from '@/components/error-notice';
import type { Advice } from './data';

/** Whether what is proposed is advised, before anybody proposes it. */
export function AdviceNotice({ advice }: { advice: Advice | undefined }) {
  if (!advice) return <p role="status">Looking up what the advisories say …</p>;
  const { count, advised, advisories } = advice;
  const by = `${advisories.join(', ')} ${advisories.length === 1 ? 'asks' : 'ask'} for it`;
  if (advised === count) {
    return <ErrorNotice tone="good" title="Advised" what={`${by}.`} />;
  }
  if (advised === 0) {
    return (
      <ErrorNotice
        tone="caution"
        title="Precautionary"
        what={
          count === 1
            ? 'No active advisory asks for it here.'
            : 'No active advisory asks for it at any of these deployments.'
        }
      />
    );
  }
  return (
    <ErrorNotice
      tone="caution"
      title={`Advised for ${formatInteger(advised)}, precautionary for ${formatInteger(count - advised)}`}
      what={`${by} at ${formatInteger(advised)} of the ${formatInteger(count)} deployments.`}
    />
  );
}
