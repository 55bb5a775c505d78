'use client';

import { Button, Group } from '@mantine/core';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';

interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <>
      <PageHeader title="This page could not be shown" />
      <div role="alert">
        <p>
          Something went wrong on the server, so nothing is shown rather than something incomplete.
          Try again; if it happens again, tell your administrator.
        </p>
        {error.digest ? (
          <p>
            Reference: <code>{error.digest}</code>
          </p>
        ) : null}
      </div>
      <Group gap="xs">
        <Button onClick={retry}>Try again</Button>
        <LinkButton href="/" variant="default">
          Go to the start page
        </LinkButton>
      </Group>
    </>
  );
}
