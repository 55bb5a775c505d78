import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { currentActor, halfSignedIn } from '@/app/_server/actor';
import { singleSignOn } from '@/app/_server/single-sign-on';
import { ErrorNotice } from '@/components/error-notice';
import { isWithoutUsers, readWaysIn } from './data';
import { nextAddress } from './next-address';
import { ProviderButton } from './provider-button';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, error } = await searchParams;
  const address = nextAddress(typeof next === 'string' ? next : undefined);
  if (await currentActor()) redirect(address as Route);
  if (await halfSignedIn()) {
    redirect(`/sign-in/second-factor?next=${encodeURIComponent(address)}` as Route);
  }
  if (await isWithoutUsers()) {
    return (
      <>
        <h1>This register has no users yet</h1>
        <p>
          Whoever runs it finds a one-time link in the output of <code>npm start</code>. It creates
          the first administrator, who then invites everybody else.
        </p>
      </>
    );
  }
  const provider = singleSignOn();
  const { localSignIn } = await readWaysIn();
  return (
    <>
      <h1>Sign in</h1>
      {error ? (
        <ErrorNotice
          title="You are not signed in."
          what="The provider did not vouch for you, or your account here is disabled, or its address is not verified there."
        />
      ) : null}
      {provider ? <ProviderButton name={provider.name} next={address} /> : null}
      {localSignIn ? (
        <>
          <SignInForm next={address} />
          <p>Forgotten your password? An administrator can give you a new link.</p>
        </>
      ) : (
        <details>
          <summary>Break-glass account</summary>
          <p>For the day on which the provider fails. Its use is told to every administrator.</p>
          <SignInForm next={address} />
        </details>
      )}
    </>
  );
}
