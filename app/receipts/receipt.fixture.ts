import type { Receipt } from './data';

/** A receipt for tests. */
export const receipt: Receipt = {
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  tableName: 'register',
  query: 'country=RU',
  asOf: '2026-11-01T10:29:59.123456Z',
  seenUpTo: '2026-11-01T10:29:59.123456Z',
  historyHead: {
    seq: '12',
    hash: 'a'.repeat(64),
    register: 'b'.repeat(64),
    at: '2026-11-01T10:30:00.000Z',
    signature: 's'.repeat(86),
    keyId: 'k'.repeat(43),
  },
  columns: ['deployment_id', 'supplier', 'installations', 'due_on', 'decided_at'],
  marking: 'SECRET UK EYES ONLY',
  fileName: 'SECRET-UK-EYES-ONLY_register_2026-11-01T1030Z.csv',
  state: 'complete',
  rowCount: 41,
  byteCount: 5230,
  sha256: 'c'.repeat(64),
  exportedBy: '00000000-0000-4000-8000-000000000001',
  exportedByName: 'Ada Auditor',
  exportedAt: '2026-11-01T10:30:00.000000Z',
  endedAt: '2026-11-01T10:30:01.000000Z',
  scope: { rank: 3, all: true, organisations: [], compartments: [0, -1] },
};
