import { type ReactNode, useId } from 'react';
import styles from './editor.module.css';

interface FieldGroupProps {
  label: string;
  /** Beside the fields: what takes the whole group away. */
  tool?: ReactNode;
  children: ReactNode;
}

/** Fields that belong together, beside what they are about. */
export function FieldGroup({ label, tool, children }: FieldGroupProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its fields
    <div role="group" aria-labelledby={id} className={styles.group}>
      <p id={id} className={styles.about}>
        {label}
      </p>
      <div className={styles.fields}>{children}</div>
      {tool}
    </div>
  );
}
