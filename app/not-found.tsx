import type { Metadata } from 'next';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <>
      <PageHeader title="There is nothing at this address" />
      <p>
        The record may have been removed, the address may be mistyped, or it may hold something that
        you are not cleared to see.
      </p>
      <div>
        <LinkButton href="/">Go to the start page</LinkButton>
      </div>
    </>
  );
}
