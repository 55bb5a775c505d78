import { can } from '@/app/_domain/permission';
import type { Actor } from '@/app/_server/actor';
import { AddressLink } from '@/components/address-link';
import { LinkButton } from '@/components/link-button';
import { Section } from '@/components/section';
import { Story, type StoryEvent } from '@/components/story';
import type { Tone } from '@/components/tone-badge';
import type { HistoryEntry } from '../data';
import { actionWords, entityWords } from '../event-words';
import { readRecordStory, type StoryKind } from '../stories/data';
import { DifferenceList } from './difference-list';

const shown = 10;

const tones: Readonly<Record<string, Tone>> = {
  insert: 'good',
  delete: 'danger',
  update: 'accent',
};

/**
 * The story of a record on its own page: who changed what, when and why, newest first. The page
 * waits for it, since it may hold what is classified higher than the record is by now. On a page of
 * the past it ends at that moment.
 */
export async function recordHistory(actor: Actor, of: StoryKind, id: string, asOf?: string) {
  const { entries, total } = await readRecordStory(actor, of, id, shown, asOf);
  const mayOpen = can(actor.roles, 'history:read');
  const all = of === 'setting' ? '/history?entity=setting' : `/history?q=${id}`;
  return (
    <Section
      title="History"
      description={
        total > shown ? `The newest ${shown} of ${total} changes` : 'Every change, newest first'
      }
      actions={
        mayOpen ? (
          <LinkButton variant="default" size="xs" href={all}>
            Open in the history
          </LinkButton>
        ) : null
      }
    >
      {entries.length > 0 ? (
        <Story events={entries.map((entry) => storyEvent(entry, of, mayOpen))} />
      ) : (
        <p>Nothing that you may see was changed since the history began.</p>
      )}
    </Section>
  );
}

function storyEvent(entry: HistoryEntry, of: StoryKind, mayOpen: boolean): StoryEvent {
  const { seq, ordinal, at, actorName, action, entity, reason } = entry;
  const words =
    entity === of ? actionWords(action) : `${entityWords(entity)}: ${actionWords(action)}`;
  const address =
    ordinal === 0 ? `/history/${seq}` : `/history/changes?event=${seq}&record=${entry.entityId}`;
  return {
    id: `${seq}-${ordinal}`,
    at,
    title: mayOpen ? <AddressLink href={address}>{words}</AddressLink> : words,
    by: actorName,
    tone: tones[action] ?? 'neutral',
    body: (
      <>
        {reason === '' ? null : <p>“{reason}”</p>}
        <DifferenceList differences={entry.differences} />
      </>
    ),
  };
}
