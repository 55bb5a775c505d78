import { Moment } from '@/components/moment';

/** From when until when something holds, by ISO dates; '' where open. */
export function Period({ from, to }: { from: string; to: string }) {
  if (!from && !to) return <>No dates given</>;
  return (
    <>
      {from ? (
        <>
          from <Moment at={from} />{' '}
        </>
      ) : null}
      {to ? (
        <>
          until <Moment at={to} />
        </>
      ) : null}
    </>
  );
}
