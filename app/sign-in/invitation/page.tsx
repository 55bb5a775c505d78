import type { Metadata } from 'next';
import { invitedByLink } from '../data';
import { InvalidLink } from '../invalid-link';
import { InvitationForm } from './invitation-form';

export const metadata: Metadata = { title: 'Set your password', referrer: 'no-referrer' };

export default async function InvitationPage({ searchParams }: PageProps<'/sign-in/invitation'>) {
  const { token } = await searchParams;
  const link = typeof token === 'string' ? token : '';
  const invited = await invitedByLink(link);
  if (invited.kind !== 'user') {
    return (
      <InvalidLink>
        It works once, for three days, and until a newer one is made. An administrator can give you
        a new one.
      </InvalidLink>
    );
  }
  return (
    <>
      <h1>Set your password</h1>
      <p>
        For {invited.name}, who signs in as <strong>{invited.email}</strong>.
      </p>
      <InvitationForm token={link} email={invited.email} />
    </>
  );
}
