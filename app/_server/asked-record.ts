import { notFound } from 'next/navigation';
import { cache } from 'react';
import { askedMoment, hrefAsOf } from '@/app/_lib/as-of';
import { type QueryProblem, searchParamsOf } from '@/app/_lib/table-query';
import { type Actor, requireActor } from './actor';

/** What the address of a record gives: the record now or as it was, or why there is nothing to show. */
export type AskedRecord<Kept> = {
  readonly actor: Actor;
  readonly path: string;
  readonly params: URLSearchParams;
} & (
  | { readonly kind: 'found'; readonly asOf: string | undefined; readonly record: Kept }
  /** It is there now, and was not then. */
  | { readonly kind: 'not_then'; readonly asOf: string; readonly present: Kept }
  | { readonly kind: 'problem'; readonly problems: readonly QueryProblem[] }
);

type RecordPageProps = Pick<PageProps<'/suppliers/[id]'>, 'params' | 'searchParams'>;

/**
 * Reads what the address of a page below `list` asks for, once for each request. What neither is there
 * for the reader nor was then is not found.
 */
export function askedRecord<Kept>(
  list: string,
  read: (actor: Actor, id: string, asOf?: string) => Promise<Kept | null>,
): (props: RecordPageProps) => Promise<AskedRecord<Kept>> {
  const load = cache(async (id: string, query: string): Promise<AskedRecord<Kept>> => {
    const path = `${list}/${id}`;
    const params = new URLSearchParams(query);
    const asked = askedMoment(params);
    const asOf = asked.ok ? asked.asOf : undefined;
    const actor = await requireActor('register:read', hrefAsOf(path, asOf));
    const page = { actor, path, params };
    if (!asked.ok) return { ...page, kind: 'problem', problems: asked.problems };
    const record = await read(actor, id, asOf);
    if (record) return { ...page, kind: 'found', asOf, record };
    const present = asOf === undefined ? null : await read(actor, id);
    if (!present || asOf === undefined) notFound();
    return { ...page, kind: 'not_then', asOf, present };
  });
  return async ({ params, searchParams }) =>
    load((await params).id, searchParamsOf(await searchParams).toString());
}
