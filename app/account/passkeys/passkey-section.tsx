'use client';

import { Group, TextInput } from '@mantine/core';
import { FormDialog } from '@/components/form-dialog';
import { FormShell } from '@/components/form-shell';
import { Moment } from '@/components/moment';
import { PlainTable } from '@/components/plain-table';
import { useActionForm } from '@/components/use-action-form';
import { PasswordDialog } from '../password-dialog';
import { changePasskeyName, removePasskey } from './actions';
import type { OwnPasskey } from './data';
import { NewPasskeyForm } from './new-passkey-form';

const columns = [
  { label: 'Passkey' },
  { label: 'Made' },
  { label: 'Last used' },
  { label: 'Change' },
];

export function PasskeySection({ passkeys }: { passkeys: readonly OwnPasskey[] }) {
  return (
    <>
      {passkeys.length > 0 ? (
        <PlainTable
          caption="Your passkeys"
          columns={columns}
          rows={passkeys.map((passkey) => ({ key: passkey.id, cells: cellsOf(passkey) }))}
        />
      ) : null}
      <div>
        <FormDialog label="Add a passkey" title="Add a passkey">
          {(close) => <NewPasskeyForm onDone={close} />}
        </FormDialog>
      </div>
    </>
  );
}

function cellsOf(passkey: OwnPasskey) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  return [
    name,
    <Moment key="made" at={createdAt} />,
    lastUsedAt ? <Moment key="used" at={lastUsedAt} /> : 'Never',
    <Group key="change" gap="xs">
      <FormDialog label="Rename" about={name} title={`Rename ${name}`}>
        {(close) => <NameForm passkey={passkey} onDone={close} />}
      </FormDialog>
      <PasswordDialog
        label="Remove"
        about={name}
        title={`Remove ${name}?`}
        action={(values) => removePasskey({ ...values, id })}
        done={`Removed: ${name}`}
      >
        It no longer opens this account. Remove it from the device as well.
      </PasswordDialog>
    </Group>,
  ];
}

function NameForm({ passkey, onDone }: { passkey: OwnPasskey; onDone: () => void }) {
  const shell = useActionForm(
    (values: { name: string }) => changePasskeyName({ ...values, id: passkey.id }),
    { initialValues: { name: passkey.name }, onDone },
  );
  return (
    <FormShell shell={shell} submitLabel="Rename">
      <TextInput label="Name" required {...shell.form.getInputProps('name')} />
    </FormShell>
  );
}
