import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { readSecondFactors } from '@/app/sign-in/second-factor/data';
import { findUser } from '@/app/users/data';
import { userFacts } from '@/app/users/user-facts';
import { FactList } from '@/components/fact-list';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { Section } from '@/components/section';
import { ApiTokenSection } from './api-tokens/api-token-section';
import { ownApiTokens } from './api-tokens/data';
import { AuthenticatorSection } from './authenticator-section';
import { hasPassword, ownSessions } from './data';
import { ownPasskeys } from './passkeys/data';
import { PasskeySection } from './passkeys/passkey-section';
import { PasswordForm } from './password-form';
import { SessionTable } from './session-table';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const actor = await requireActor('account:own', '/account');
  const user = (await findUser(actor, actor.id)) ?? notFound();
  // Who comes by single sign-on alone has nothing of all this here.
  const signsInHere = await hasPassword(actor);
  return (
    <>
      <PageHeader
        title="Your account"
        subtitle={`${user.name}. An administrator can change what stands here.`}
      />
      <FactList facts={userFacts(user)} columns={2} />
      {signsInHere ? (
        <>
          <Section
            title="Second factor"
            description="What you show beside your password, so that the password alone opens nothing."
          >
            <AuthenticatorSection factors={await readSecondFactors(actor)} />
          </Section>
          <Section
            title="Passkeys"
            description="Sign in with your device's own lock in place of the password and the code."
          >
            <PasskeySection passkeys={await ownPasskeys(actor)} />
          </Section>
        </>
      ) : null}
      <Section
        title="Where you are signed in"
        description="If you do not recognise one of these, end it and change your password."
      >
        <SessionTable sessions={await ownSessions(actor)} />
      </Section>
      {signsInHere ? (
        <Section title="Change your password" description="Signs you out everywhere else.">
          <PasswordForm email={user.email} />
        </Section>
      ) : null}
      <Section
        title="API tokens"
        description="For scripts: sent as Authorization: Bearer to /api/register, an export.csv or /imports/upload."
      >
        <ApiTokenSection tokens={await ownApiTokens(actor)} />
      </Section>
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
