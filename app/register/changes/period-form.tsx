import { KeptParameters } from '@/components/kept-parameters';
import { PushButton } from '@/components/push-button';
import styles from './period-form.module.css';

interface PeriodFormProps {
  params: URLSearchParams;
}

/** Places in the list of one period are no places in that of another. */
const left = ['from', 'to', 'after', 'before'];

/** Chooses the days between whose ends the register is compared. */
export function PeriodForm({ params }: PeriodFormProps) {
  const day = (name: string) => params.get(name)?.slice(0, 10);
  return (
    <form method="get" className={styles.form}>
      <KeptParameters params={params} but={left} />
      <label>
        From the end of
        <input type="date" name="from" required defaultValue={day('from')} />
      </label>
      <label>
        to the end of
        <input type="date" name="to" required defaultValue={day('to') ?? today()} />
      </label>
      <PushButton type="submit" variant="default">
        Compare
      </PushButton>
    </form>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
