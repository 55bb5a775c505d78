import { PushButton } from './push-button';

export interface SignOutButtonProps {
  /** A server action that ends the session and sends the reader on. */
  action: () => Promise<void>;
}

export function SignOutButton({ action }: SignOutButtonProps) {
  return (
    <form action={action}>
      <PushButton type="submit" variant="default" size="xs" fullWidth>
        Sign out
      </PushButton>
    </form>
  );
}
