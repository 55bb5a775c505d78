'use client';

import { useState } from 'react';
import { FormShell } from '@/components/form-shell';
import { LinkButton } from '@/components/link-button';
import { useActionForm } from '@/components/use-action-form';
import { createUser } from './actions';
import type { Invitation } from './data';
import { InvitationLink } from './invitation-link';
import type { UserValues } from './schema';
import { type UserChoices, UserFields } from './user-fields';

const blank: UserValues = {
  name: '',
  email: '',
  roles: [],
  clearance: 'none',
  clearanceExpiresOn: '',
  caveats: [],
  allOrganisations: false,
  organisations: [],
};

export function NewUserForm(choices: UserChoices) {
  const [added, setAdded] = useState<{ id: string; invitation: Invitation }>();
  const shell = useActionForm(createUser, { initialValues: blank, onDone: setAdded });
  if (added) {
    return (
      <>
        <InvitationLink name={shell.form.getValues().name} invitation={added.invitation} />
        <div>
          <LinkButton href={`/users/${added.id}`}>Go to the user</LinkButton>
        </div>
      </>
    );
  }
  return (
    <FormShell shell={shell} submitLabel="Add user" cancelHref="/users">
      <UserFields form={shell.form} choices={choices} />
    </FormShell>
  );
}
