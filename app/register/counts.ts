import type { CountSource } from '@/app/_lib/table-definition';

/** The condition of a row whose decision has to be taken anew. */
export const needsDecision = "needs_decision = 'yes'";

const classified = ['classification', 'classification_rank', 'access_rank', 'marking'];
const placed = ['organisation', 'organisation_id', ...classified];

/** What each relation of counts can answer; prisma/sql/39-register-count keeps them. */
export const registerCounts: readonly CountSource[] = [
  { source: 'register_count_by_place', columns: placed, count: 'rows' },
  {
    source: 'register_nature',
    columns: [
      ...classified,
      ...['country_of_origin', 'product_category', 'status', 'exposure', 'advised_action'],
      ...['verdicts', 'decision', 'decision_state', 'decision_basis', needsDecision],
    ],
    count: 'rows',
  },
  {
    source: 'register_count_by_category_and_place',
    columns: [...placed, 'product_category'],
    count: 'rows',
  },
  {
    source: 'register_count_by_answer_and_place',
    columns: [
      ...placed,
      ...['exposure', 'advised_action', 'decision', 'decision_state', needsDecision],
    ],
    count: 'rows',
  },
  {
    source: 'register_count_by_origin_and_place',
    columns: [...placed, 'country_of_origin', 'product_category'],
    count: 'rows',
  },
];
