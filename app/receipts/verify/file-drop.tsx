'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { UploadDrop } from '@/components/upload-drop';

export function FileDrop() {
  const router = useRouter();
  return (
    <UploadDrop
      url="/receipts/verify/file"
      label="Drop an exported CSV file here"
      description="It is read through once and not kept."
      onDone={(answer) => router.push((answer as { href: string }).href as Route)}
    />
  );
}
