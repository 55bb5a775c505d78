import { route } from '@/app/_server/route';
import { readHead } from '../data';

/** The signed head as it is now, for whoever keeps it. */
export const GET = route('history:read', async (_request, actor) => {
  const head = await readHead(actor);
  return Response.json(head, {
    headers: {
      'Content-Disposition': `attachment; filename="history-head-${head.seq}.json"`,
      'Cache-Control': 'no-store',
    },
  });
});
