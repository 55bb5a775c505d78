import { TextInput } from '@mantine/core';
import type { Metadata } from 'next';
import { searchParamsOf } from '@/app/_lib/table-query';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { ErrorNotice } from '@/components/error-notice';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { PushButton } from '@/components/push-button';
import { Section } from '@/components/section';
import { FileDrop } from './file-drop';
import { readFindings } from './findings';
import { judge } from './verdict';
import { VerdictSection } from './verdict-section';
import styles from './verify.module.css';

export const metadata: Metadata = { title: 'Verify a file' };

export default async function VerifyPage({ searchParams }: PageProps<'/receipts/verify'>) {
  const params = searchParamsOf(await searchParams);
  const actor = await requireActor('register:read', `/receipts/verify?${params}`);
  const read = readFindings(params);
  return (
    <>
      <PageHeader
        title="Verify a file"
        subtitle="Whether this register issued a file, when and to whom, and whether it was changed since"
        breadcrumbs={[{ label: 'Receipts', href: '/receipts' }]}
      />
      {read?.ok ? (
        <VerdictSection findings={read.findings} verdict={await judge(actor, read.findings)} />
      ) : null}
      {read && !read.ok ? (
        <ErrorNotice
          title="The file cannot be looked up"
          what={read.reason}
          where={<code>{read.given}</code>}
        />
      ) : null}
      <FileDrop />
      <Section
        title="Or by its hash"
        description="For a file that may not leave your machine: sha256sum, or Get-FileHash on Windows, gives it."
      >
        <form className={styles.form} action="/receipts/verify">
          <TextInput
            className={styles.hash}
            name="sha256"
            label="SHA-256 of the file"
            required
            withAsterisk={false}
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
          />
          <PushButton type="submit" variant="default">
            Verify
          </PushButton>
        </form>
      </Section>
      <p className={styles.note}>
        To whom a file was issued is told to whoever may see its receipt: the person who exported
        it, and auditors and administrators who are cleared for what it holds. Everybody else who
        has the file learns only that it is genuine, and since when.
      </p>
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
