'use client';

import { TagsInput, type TagsInputProps } from '@mantine/core';

/** Offered for choice; any other can be typed. */
const common = ['SENSITIVE', 'UK EYES ONLY', 'COMMERCIAL', 'PERSONAL', 'LOCSEN'];

export function MarkingInput(props: TagsInputProps) {
  return (
    <TagsInput
      label="Markings"
      description="Choose, or type and press Enter"
      data={common}
      acceptValueOnBlur
      {...props}
    />
  );
}
