import type { ReactNode } from 'react';
import { BareFrame } from '@/components/bare-frame';
import { PageFrame } from '@/components/page-frame';
import { can, roleLabels } from './_domain/permission';
import { currentActor } from './_server/actor';
import { countWaiting } from './decisions/data';
import { navigationFor } from './navigation';
import { BreakGlassNotice } from './settings/break-glass-notice';
import { readSettings } from './settings/data';
import { SignOut } from './sign-in/sign-out';
import { countClearancesToGrant } from './users/data';

/** What surrounds a page: navigation and marking for who is signed in, a bare card for nobody. */
export async function Frame({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return <BareFrame>{children}</BareFrame>;
  const { marking, breakGlassUsedAt } = await readSettings(actor);
  const waiting = {
    '/decisions/approvals': can(actor.roles, 'decision:approve') ? await countWaiting(actor) : 0,
    '/users': can(actor.roles, 'user:manage') ? await countClearancesToGrant(actor) : 0,
  };
  return (
    <PageFrame
      navigation={navigationFor(actor.roles, waiting)}
      marking={marking}
      user={{
        name: actor.name,
        email: actor.email,
        roles: actor.roles.map((role) => roleLabels[role]),
        links: [{ href: '/account', label: 'Account and sessions' }],
        signOut: <SignOut />,
      }}
    >
      {can(actor.roles, 'user:manage') ? <BreakGlassNotice usedAt={breakGlassUsedAt} /> : null}
      {children}
    </PageFrame>
  );
}
