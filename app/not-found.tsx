import type { Metadata } from 'next';
import { BareFrame } from '@/components/bare-frame';
import { LinkButton } from '@/components/link-button';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <BareFrame title="There is nothing at this address">
      <p>
        The record may have been removed, the address may be mistyped, or it may hold something that
        you are not cleared to see.
      </p>
      <LinkButton href="/">Go to the start page</LinkButton>
    </BareFrame>
  );
}
