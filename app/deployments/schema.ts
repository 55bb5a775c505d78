import { z } from 'zod';
import { deploymentStatuses } from '@/app/_domain/deployment';
import { idField, textField } from '@/app/_lib/fields';

const mostInstallations = 1_000_000_000;

/** A whole number as typed, or null for none. */
const installationsField = z
  .union([z.string().trim(), z.number().transform(String)])
  .refine((typed) => /^\d*$/.test(typed), 'Enter a whole number, or leave it empty.')
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((count) => (count ?? 0) <= mostInstallations, 'Enter a smaller number.');

const runningFields = {
  version: textField(100),
  installations: installationsField,
  status: z.enum(deploymentStatuses, 'Choose a status.'),
  owner: textField(200),
  notes: textField(10_000),
};

export const deploymentInput = z.object({
  systemId: idField,
  productId: idField,
  ...runningFields,
});

/** Product and system stay: decisions were made for the two. */
export const deploymentChange = z.object({ id: idField, ...runningFields });
