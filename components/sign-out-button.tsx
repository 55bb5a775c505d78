import { Button } from '@mantine/core';

export interface SignOutButtonProps {
  /** A server action that ends the session and sends the reader on. */
  action: () => Promise<void>;
}

export function SignOutButton({ action }: SignOutButtonProps) {
  return (
    <form action={action}>
      <Button type="submit" variant="default" size="xs" fullWidth>
        Sign out
      </Button>
    </form>
  );
}
