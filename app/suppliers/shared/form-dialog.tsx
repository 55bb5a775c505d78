'use client';

import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';

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
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {label}
        {about ? <span className="visually-hidden"> {about}</span> : null}
      </Button>
      <Modal opened={opened} onClose={close} title={title} size="lg">
        {children(close)}
      </Modal>
    </>
  );
}
