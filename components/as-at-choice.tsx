'use client';

import { IconHistory } from '@tabler/icons-react';
import { useSearchParams } from 'next/navigation';
import { useId } from 'react';
import styles from './as-at-choice.module.css';
import { Flyout } from './flyout';
import { KeptParameters } from './kept-parameters';
import { PushButton } from './push-button';

/** Places in the list of one moment are no places in that of another. */
const left = ['asOf', 'after', 'before'];

/** Leads to the same page as at the end of a day. */
export function AsAtChoice() {
  const params = useSearchParams();
  const id = useId();
  return (
    <Flyout
      label="As at a date"
      buttonClassName={styles.button}
      button={
        <>
          <IconHistory size={16} stroke={1.6} aria-hidden />
          As at
        </>
      }
    >
      {() => (
        <form method="get" className={styles.form}>
          <KeptParameters params={params} but={left} />
          <label htmlFor={id}>As it was at the end of the day, in UTC</label>
          <input
            id={id}
            type="date"
            name="asOf"
            required
            defaultValue={params.get('asOf')?.slice(0, 10)}
            max={new Date().toISOString().slice(0, 10)}
          />
          <PushButton type="submit">Show the past</PushButton>
        </form>
      )}
    </Flyout>
  );
}
