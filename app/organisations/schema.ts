import { z } from 'zod';
import { organisationKinds } from '@/app/_domain/organisation';
import { idField, nameField } from '@/app/_lib/fields';

export const organisationInput = z.object({
  name: nameField('Enter the name of the organisation.'),
  kind: z.enum(organisationKinds, 'Choose a kind.'),
});

export const organisationChange = organisationInput.extend({ id: idField });
