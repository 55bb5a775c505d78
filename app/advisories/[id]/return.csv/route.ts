import { notFound } from '@/app/_server/refusal';
import { route } from '@/app/_server/route';
import { tableExport } from '@/app/_server/table-export';
import { referenceOfReturn } from '../../return/data';
import { returnTable } from '../../return/table';

const exported = tableExport(returnTable);

/** The return of one advisory: the file of all returns, asked for by its reference. */
export const GET = route<RouteContext<'/advisories/[id]/return.csv'>>(
  'register:export',
  async (request, actor, { params }) => {
    const reference = await referenceOfReturn(actor, (await params).id);
    if (reference === null) throw notFound('advisory with a return');
    const address = new URL(request.url);
    address.searchParams.set('advisory', reference);
    return exported(new Request(address), undefined);
  },
);
