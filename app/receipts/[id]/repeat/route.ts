import { isRepeatable, type RepeatedExport, repeatExport } from '@/app/_server/export-repeat';
import { takeExportSlot } from '@/app/_server/export-slots';
import { Refusal } from '@/app/_server/refusal';
import { route } from '@/app/_server/route';
import { queryOf } from '../../exported-tables';
import { receiptOf } from '../receipt-of';

/** What running the query again gave. */
export interface Repetition extends RepeatedExport {
  isSame: boolean;
}

/** Runs the query again as of its moment; answers whether the bytes are the same. */
export const POST = route<RouteContext<'/receipts/[id]/repeat'>>(
  'register:read',
  async (_request, actor, { params }) => {
    const receipt = await receiptOf(actor, params);
    const found = queryOf(receipt);
    if (receipt.state !== 'complete' || !found || !isRepeatable(found.definition)) {
      throw new Refusal('conflict', 'This export cannot be made again.');
    }
    const freeSlot = takeExportSlot();
    if (!freeSlot) throw new Refusal('conflict', 'Many exports are running. Try in a minute.');
    try {
      const again = await repeatExport(actor, found.definition, found.query, receipt);
      const isSame = again.sha256 === receipt.sha256;
      return Response.json({ ...again, isSame } satisfies Repetition);
    } finally {
      freeSlot();
    }
  },
  'export',
);
