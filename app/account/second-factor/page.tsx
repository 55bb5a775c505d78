import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { pageMarking } from '@/app/_server/page-marking';
import { drawAuthenticator } from '@/app/sign-in/second-factor/data';
import { EnrolForm } from '@/app/sign-in/second-factor/enrol-form';
import { PageHeader } from '@/components/page-header';
import { PageMarking } from '@/components/page-marking';
import { QrCode } from '@/components/qr-code';
import { setUpAuthenticator } from '../actions';

export const metadata: Metadata = { title: 'Authenticator app' };

export default async function SecondFactorPage() {
  const actor = await requireActor('account:own', '/account/second-factor');
  const drawn = await drawAuthenticator(actor);
  return (
    <>
      <PageHeader
        title="Authenticator app"
        breadcrumbs={[{ label: 'Your account', href: '/account' }]}
        subtitle="Scan this with the app, then enter the code that it shows. It takes the place of an earlier one and signs you out everywhere else."
      />
      <EnrolForm
        sealed={drawn.sealed}
        typed={drawn.typed}
        enrol={setUpAuthenticator}
        asksPassword
        continueTo="/account"
      >
        <QrCode text={drawn.address} label="QR code for your authenticator app" />
      </EnrolForm>
      <PageMarking marking={await pageMarking(actor)} />
    </>
  );
}
