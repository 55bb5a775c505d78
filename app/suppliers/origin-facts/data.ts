import type { z } from 'zod';
import { type Confidence, type Facet, facets, type OriginSubject } from '@/app/_domain/origin';
import { readDay, type Transaction } from '@/app/_server/database';
import { notFound } from '@/app/_server/refusal';
import type { originFactInput } from './schema';

export interface OriginFactRow {
  id: string;
  facet: Facet;
  /** Null: stated as unknown. */
  country: string | null;
  source: string;
  sourceUrl: string;
  confidence: Confidence;
  /** ISO dates; '' where open. */
  validFrom: string;
  validTo: string;
  /** Whether it holds on the day that is read: today, unless the past is. */
  holds: boolean;
}

export interface OriginHeadline {
  country: string;
  facet: Facet;
  source: string;
}

export interface Origin {
  headline: OriginHeadline | null;
  facts: OriginFactRow[];
}

function subjectColumn(subject: OriginSubject, id: string) {
  return subject === 'supplier'
    ? { supplierId: id, productId: null }
    : { supplierId: null, productId: id };
}

/** The headline of a supplier or product, and the facts recorded about it itself, in facet order. */
export async function readOrigin(
  transaction: Transaction,
  subject: OriginSubject,
  id: string,
): Promise<Origin> {
  const headline = await transaction.originHeadline.findUnique({ where: { subjectId: id } });
  const facts = await transaction.originFact.findMany({
    where: subjectColumn(subject, id),
    orderBy: [{ validFrom: { sort: 'desc', nulls: 'last' } }, { recordedAt: 'desc' }],
  });
  const today = await readDay(transaction);
  const rows = facts.map((fact): OriginFactRow => {
    const validFrom = isoDay(fact.validFrom);
    const validTo = isoDay(fact.validTo);
    return {
      id: fact.id,
      facet: fact.facet as Facet,
      country: fact.country,
      source: fact.source,
      sourceUrl: fact.sourceUrl,
      confidence: fact.confidence as Confidence,
      validFrom,
      validTo,
      holds: validFrom <= today && (validTo === '' || today < validTo),
    };
  });
  return {
    headline: headline && {
      country: headline.country,
      facet: headline.facet as Facet,
      source: headline.source,
    },
    facts: rows.sort((a, b) => facets.indexOf(a.facet) - facets.indexOf(b.facet)),
  };
}

/** Adds the fact, or changes the one of its `id`. */
export async function writeOriginFact(
  transaction: Transaction,
  { id, subject, subjectId, ...fact }: z.output<typeof originFactInput>,
): Promise<void> {
  const about = subjectColumn(subject, subjectId);
  if (id === null) {
    const known =
      subject === 'supplier'
        ? await transaction.supplier.count({ where: { id: subjectId } })
        : await transaction.product.count({ where: { id: subjectId } });
    if (known === 0) throw notFound(subject);
    await transaction.originFact.create({ data: { ...about, ...fact } });
    return;
  }
  const { count } = await transaction.originFact.updateMany({
    where: { id, ...about },
    data: fact,
  });
  if (count === 0) throw notFound('origin fact');
}

export async function removeOriginFact(transaction: Transaction, id: string): Promise<void> {
  const { count } = await transaction.originFact.deleteMany({ where: { id } });
  if (count === 0) throw notFound('origin fact');
}

function isoDay(date: Date | null): string {
  return date ? date.toISOString().slice(0, 10) : '';
}
