'use client';

import type { SignedHead } from '@/app/_domain/history-head';
import { FactList } from '@/components/fact-list';
import { FormDialog } from '@/components/form-dialog';
import { LinkButton } from '@/components/link-button';
import { Moment } from '@/components/moment';
import styles from './proof-dialog.module.css';
import { VerifyButton } from './verify-button';

interface ProofDialogProps {
  head: SignedHead;
  /** When the head was last written to the file beside the database; '' if never. */
  writtenAt: string;
  /** That is longer ago than it should be. */
  isLate: boolean;
}

/** A button that opens the signed head, and what it takes to prove the history. */
export function ProofDialog({ head, writtenAt, isLate }: ProofDialogProps) {
  return (
    <FormDialog label="Head and proof" title="Head of the history">
      {() => (
        <div className={styles.proof}>
          <p>
            Each event carries the hash of the one before. Whoever keeps this signed head can tell
            later whether anything up to it was changed, put in or cut off.
          </p>
          <FactList
            facts={[
              { label: 'Newest event', value: head.seq },
              { label: 'Its hash', value: <code className={styles.code}>{head.hash}</code> },
              {
                label: 'Newest seal of the register',
                value: <code className={styles.code}>{head.register}</code>,
              },
              { label: 'Signed', value: <Moment at={head.at} /> },
              { label: 'Signature', value: <code className={styles.code}>{head.signature}</code> },
              {
                label: 'Public key (Ed25519)',
                value: <code className={styles.code}>{head.keyId}</code>,
                note: 'The private key is kept outside of the database.',
              },
              {
                label: 'Last written beside the database',
                value: writtenAt && <Moment at={writtenAt} />,
                note: isLate
                  ? 'That is too long ago: it should be every hour. The log of the server says why.'
                  : 'Every hour, to a file that is only appended to.',
              },
            ]}
          />
          <div className={styles.links}>
            <LinkButton href="/history/head.json" variant="default" size="xs" download>
              Download the head
            </LinkButton>
            <LinkButton href="/history/links.csv" variant="default" size="xs" download>
              Download the links
            </LinkButton>
          </div>
          <p className={styles.hint}>
            To check a history away from here, download the head, then export the history, and give
            both to <code>npm run history:verify -- --export history.csv --head head.json</code>.
            The links fill in events that the export leaves out.
          </p>
          <VerifyButton />
        </div>
      )}
    </FormDialog>
  );
}
