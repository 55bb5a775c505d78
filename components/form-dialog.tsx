'use client';

import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PushButton } from '@/components/push-button';

export interface FormDialogProps {
  label: string;
  /** What the button is about, where its label alone does not tell it from its neighbours. */
  about?: string;
  title: string;
  /** The form; it begins anew each time that the dialog opens. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a form over the page. */
export function FormDialog({ label, about, title, children }: FormDialogProps) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <PushButton variant="default" size="xs" onClick={() => setOpened(true)}>
        {label}
        {about ? <span className="visually-hidden"> {about}</span> : null}
      </PushButton>
      <Modal opened={opened} onClose={close} title={title} size="lg">
        {children(close)}
      </Modal>
    </>
  );
}
