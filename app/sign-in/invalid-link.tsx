import type { ReactNode } from 'react';
import { LinkButton } from '@/components/link-button';

export function InvalidLink({ children }: { children: ReactNode }) {
  return (
    <>
      <h1>This link is not valid</h1>
      <p>{children}</p>
      <div>
        <LinkButton href="/sign-in">Go to the sign-in page</LinkButton>
      </div>
    </>
  );
}
