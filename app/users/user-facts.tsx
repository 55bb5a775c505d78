import { ceilingLabel, clearanceCeiling, clearanceLabels } from '@/app/_domain/clearance';
import { roleLabels } from '@/app/_domain/permission';
import type { Fact } from '@/components/fact-list';
import { Moment } from '@/components/moment';
import type { User } from './data';

/** A user's record in words. */
export function userFacts(user: User): Fact[] {
  const { clearanceExpiresOn, organisations } = user;
  return [
    { label: 'E-mail address', value: user.email },
    { label: 'Roles', value: user.roles.map((role) => roleLabels[role]).join(', ') || 'None yet' },
    {
      label: 'Clearance',
      value: clearanceLabels[user.clearance],
      note: (
        <>
          {ceilingLabel(clearanceCeiling(user.clearance))}
          {clearanceExpiresOn ? (
            <>
              , until <Moment at={clearanceExpiresOn.toISOString().slice(0, 10)} />
            </>
          ) : null}
        </>
      ),
    },
    { label: 'Caveats', value: user.caveats.join(', ') || 'None' },
    {
      label: 'Organisations',
      value: user.allOrganisations
        ? 'All'
        : organisations.map(({ name }) => name).join(', ') || 'None yet',
    },
    { label: 'Second factor', value: user.hasSecondFactor ? 'Set up' : 'None' },
  ];
}
