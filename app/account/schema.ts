import { z } from 'zod';
import { newPassword } from '@/app/sign-in/schema';

export const passwordChange = z.object({
  current: z.string('Enter your present password.'),
  password: newPassword,
});
