import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { recordHistory } from '@/app/history/shared/record-history';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { Section } from '@/components/section';
import { readSettings } from './data';
import { SettingsForm } from './settings-form';
import { readSignInSettings, readSingleSignOn } from './sign-in/data';
import { SignInSettingsForm } from './sign-in/sign-in-settings-form';
import { SingleSignOnForm } from './sign-in/single-sign-on-form';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const actor = await requireActor('setting:manage', '/settings');
  const singleSignOn = await readSingleSignOn(actor);
  return (
    <>
      <PageHeader title="Settings" subtitle="What holds for the register as a whole" />
      <SettingsForm settings={await readSettings(actor)} />
      <Section title="Signing in" description="Takes effect at once, also for who is signed in.">
        <SignInSettingsForm settings={await readSignInSettings(actor)} />
      </Section>
      <Section title="Single sign-on" description={singleSignOnDescription(singleSignOn.provider)}>
        {singleSignOn.provider ? <SingleSignOnForm settings={singleSignOn} /> : null}
      </Section>
      {await recordHistory(actor, 'setting', '1')}
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}

function singleSignOnDescription(provider: string | null): string {
  return provider
    ? `By ${provider}. A role that groups stand for is given and taken by them at each sign-in; other roles, and the clearance, by administrators.`
    : 'No provider is configured: whoever runs the register names one in its environment, see the README.';
}
