import { PlainTable } from '@/components/plain-table';
import { Story } from '@/components/story';
import type { AdvisoryVersion } from './data';

/** The versions of an advisory, each with what it changed. */
export function VersionStory({ versions }: { versions: readonly AdvisoryVersion[] }) {
  return (
    <Story
      events={versions.map((version) => ({
        id: String(version.version),
        at: version.madeAt.toISOString(),
        by: version.madeByName,
        title: `Version ${version.version}`,
        body: <VersionChanges version={version} />,
        tone: 'accent',
      }))}
    />
  );
}

function VersionChanges({ version: { version, reason, changes } }: { version: AdvisoryVersion }) {
  return (
    <>
      {reason ? <p>{reason}</p> : null}
      {changes.length > 0 ? (
        <PlainTable
          caption={`What version ${version} changed`}
          columns={[{ label: 'Changed' }, { label: 'Before' }, { label: 'After' }]}
          rows={changes.map(({ field, before, after }) => ({
            key: field,
            cells: [field, before || 'Nothing', after || 'Nothing'],
          }))}
        />
      ) : (
        <p>{version === 1 ? 'As it was first activated.' : 'Put into force again, unchanged.'}</p>
      )}
    </>
  );
}
