'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { UploadDrop } from '@/components/upload-drop';
import { largestFile } from '../limits';

export function FileDrop() {
  const router = useRouter();
  return (
    <UploadDrop
      url="/imports/upload"
      label="Drop a CSV file here"
      description="Up to 2 GB. Delimiter, encoding (UTF-8 or Windows-1252) and line ends are found out."
      accept={['.csv', '.tsv', '.txt', 'text/csv']}
      maxBytes={largestFile}
      onDone={(answer) => router.push((answer as { href: string }).href as Route)}
    />
  );
}
