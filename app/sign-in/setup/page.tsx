import type { Metadata } from 'next';
import { invitedByLink } from '../data';
import { InvalidLink } from '../invalid-link';
import { SetupForm } from './setup-form';

export const metadata: Metadata = { title: 'Set up the register', referrer: 'no-referrer' };

export default async function SetupPage({ searchParams }: PageProps<'/sign-in/setup'>) {
  const { token } = await searchParams;
  const link = typeof token === 'string' ? token : '';
  if ((await invitedByLink(link)).kind !== 'first_administrator') {
    return (
      <InvalidLink>
        It works once, for a day, and only while the register has no users. Restart the register to
        get a new one.
      </InvalidLink>
    );
  }
  return (
    <>
      <h1>Set up the register</h1>
      <p>
        You become its first administrator: you invite people, say what each of them may do and see,
        and keep the settings. Administrators see nothing classified and do not change their own
        rights, so invite a second person with the roles and the clearance that the work needs.
      </p>
      <SetupForm token={link} />
    </>
  );
}
