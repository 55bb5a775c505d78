'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { fileSize } from '@/components/file-size';
import { UploadDrop } from '@/components/upload-drop';

/** `largest` in bytes. */
export function FileDrop({ largest }: { largest: number }) {
  const router = useRouter();
  return (
    <UploadDrop
      url="/imports/upload"
      label="Drop a CSV file here"
      description={`Up to ${fileSize(largest)}. Delimiter, encoding (UTF-8 or Windows-1252) and line ends are found out.`}
      accept={['.csv', '.tsv', '.txt', 'text/csv']}
      maxBytes={largest}
      onDone={(answer) => router.push((answer as { href: string }).href as Route)}
    />
  );
}
