import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { Section } from '@/components/section';
import { readSettings } from './data';
import { SettingsForm } from './settings-form';
import { readSignInSettings } from './sign-in/data';
import { SignInSettingsForm } from './sign-in/sign-in-settings-form';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const actor = await requireActor('setting:manage', '/settings');
  return (
    <>
      <PageHeader title="Settings" subtitle="What holds for the register as a whole" />
      <SettingsForm settings={await readSettings(actor)} />
      <Section title="Signing in" description="Takes effect at once, also for who is signed in.">
        <SignInSettingsForm settings={await readSignInSettings(actor)} />
      </Section>
      {await recordHistory(actor, 'setting', '1')}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
