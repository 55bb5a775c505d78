import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { currentActor, halfSignedIn } from '@/app/_server/actor';
import { QrCode } from '@/components/qr-code';
import { nextAddress } from '../next-address';
import { SignOut } from '../sign-out';
import { enrol } from './actions';
import { drawAuthenticator } from './data';
import { EnrolForm } from './enrol-form';
import { ProveForm } from './prove-form';

export const metadata: Metadata = { title: 'Second factor', referrer: 'no-referrer' };

export default async function SecondFactorPage({
  searchParams,
}: PageProps<'/sign-in/second-factor'>) {
  const { next } = await searchParams;
  const address = nextAddress(typeof next === 'string' ? next : undefined);
  const person = await halfSignedIn();
  if (!person) {
    const isSignedIn = (await currentActor()) !== null;
    redirect((isSignedIn ? address : `/sign-in?next=${encodeURIComponent(address)}`) as Route);
  }
  if (person.step === 'prove') {
    return (
      <>
        <h1>One more step</h1>
        <p>For {person.email}. Without your app and your codes an administrator can help.</p>
        <ProveForm next={address} />
        <SignOut />
      </>
    );
  }
  const drawn = await drawAuthenticator(person);
  return (
    <>
      <h1>Set up a second factor</h1>
      <p>
        Your roles need more than a password. Scan this with an authenticator app on your phone,
        then enter the code that it shows. Any app that knows time-based codes will do.
      </p>
      <EnrolForm sealed={drawn.sealed} typed={drawn.typed} enrol={enrol} continueTo={address}>
        <QrCode text={drawn.address} label="QR code for your authenticator app" />
      </EnrolForm>
      <SignOut />
    </>
  );
}
