import type { Metadata } from 'next';
import { requireActor } from '@/app/_server/actor';
import { RecordHistory } from '@/app/history/shared/record-history';
import { PageHeader } from '@/components/page-header';
import { readSettings } from './data';
import { SettingsForm } from './settings-form';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const actor = await requireActor('setting:manage', '/settings');
  return (
    <>
      <PageHeader title="Settings" subtitle="What holds for the register as a whole" />
      <SettingsForm settings={await readSettings(actor)} />
      <RecordHistory actor={actor} of="setting" id={'1'} />
    </>
  );
}
