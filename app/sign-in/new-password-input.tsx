'use client';

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { shortestPassword } from '@/app/_domain/password';

export function NewPasswordInput(props: PasswordInputProps) {
  return (
    <PasswordInput
      label="New password"
      description={`At least ${shortestPassword} characters; a few words in a row are easy to remember`}
      autoComplete="new-password"
      required
      {...props}
    />
  );
}
