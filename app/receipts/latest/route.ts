import { route } from '@/app/_server/route';
import { findNewestReceipt } from '../data';

/** Leads to the receipt of the newest export of one's own: a download cannot say its number. */
export const GET = route('register:read', async (_request, actor) => {
  const id = await findNewestReceipt(actor);
  const location = id ? `/receipts/${id}` : '/receipts';
  return new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store' },
  });
});
