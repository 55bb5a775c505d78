import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { currentActor, halfSignedIn } from '@/app/_server/actor';
import { isWithoutUsers } from './data';
import { nextAddress } from './next-address';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams;
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
  return (
    <>
      <h1>Sign in</h1>
      <SignInForm next={address} />
      <p>Forgotten your password? An administrator can give you a new link.</p>
    </>
  );
}
