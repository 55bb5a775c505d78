'use client';

import { ErrorNotice } from '@/components/error-notice';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { PushButton } from '@/components/push-button';
import { RequestId } from './request-id';

interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <>
      <PageHeader title="This page could not be shown" />
      <ErrorNotice
        title="Something went wrong on the server"
        what="Nothing is shown rather than something incomplete."
        where={
          error.digest ? (
            <>
              Reference: <code>{error.digest}</code>
              <RequestId />
            </>
          ) : undefined
        }
        todo="Try again; if it happens again, give these to your administrator."
        action={
          <>
            <PushButton onClick={retry}>Try again</PushButton>
            <LinkButton href="/" variant="default">
              Go to the start page
            </LinkButton>
          </>
        }
      />
    </>
  );
}
