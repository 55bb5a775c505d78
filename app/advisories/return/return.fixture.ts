import type pg from 'pg';
import { noCriteria, type Rule } from '@/app/_domain/rule';

/** Anti-virus on what is SECRET and above is to be removed by a day that has passed; below, nothing is. */
export const twoRules: readonly Rule[] = [
  {
    code: 'A',
    title: 'Anti-virus on SECRET and above',
    clause: 'paragraph 2',
    criteria: { ...noCriteria, categories: ['antivirus'], classificationMin: 'SECRET' },
    action: 'remove',
    strength: 'must',
    deadlines: [{ step: 'complete', kind: 'date', date: '2018-06-30' }],
  },
  {
    code: 'B',
    title: 'Anti-virus on OFFICIAL',
    clause: 'paragraph 5',
    criteria: { ...noCriteria, categories: ['antivirus'], classificationMax: 'OFFICIAL' },
    action: 'no_action',
    strength: 'should',
    deadlines: [],
  },
];

/** A draft; its id. */
export async function insertAdvisory(
  owner: pg.Client,
  reference: string,
  rules: readonly Rule[],
): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into advisory (reference, title, issuer, jurisdiction, issued_on, rules)
     values ($1, 'On anti-virus', 'An authority', 'GB', '2017-12-01', $2) returning id`,
    [reference, JSON.stringify(rules)],
  );
  return rows[0]?.id as string;
}

export async function setStatus(
  owner: pg.Client,
  id: string,
  status: 'active' | 'withdrawn',
): Promise<void> {
  await owner.query('update advisory set status = $2 where id = $1', [id, status]);
}
