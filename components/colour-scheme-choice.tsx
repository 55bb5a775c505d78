'use client';

import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import styles from './colour-scheme-choice.module.css';

const schemes: readonly { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'Automatic' },
];

/** Render only after hydration: the choice is kept in the browser, so the server cannot know it. */
export function ColourSchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>Colours</legend>
      <div className={styles.options}>
        {schemes.map((scheme) => (
          <label key={scheme.value} className={styles.option}>
            <input
              type="radio"
              name="colour-scheme"
              value={scheme.value}
              checked={colorScheme === scheme.value}
              onChange={() => setColorScheme(scheme.value)}
            />
            {scheme.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
