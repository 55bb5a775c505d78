import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { browserAnswer } from '@/app/_lib/browser-answer';
import { nameField, recordInput } from '@/app/_lib/fields';
import { confirmation } from '../schema';

const name = nameField('Name the device, to know it again.', 100);

export const passkeyInput = z.object({ name, answer: browserAnswer<RegistrationResponseJSON>() });

export const passkeyName = recordInput.extend({ name });

export const passkeyRemoval = recordInput.extend(confirmation.shape);
