import { markingInFileName } from '@/app/_domain/marking';
import { uuidPattern } from '@/app/_lib/paging-key';
import { markingWith } from '@/app/_server/page-marking';
import { notFound } from '@/app/_server/refusal';
import { route } from '@/app/_server/route';
import { classifiedAsFile, findImport, recordRejectedExport } from '../../data';
import { rejectedLines } from './rejected-lines';

/** The lines that have a problem, as they stand in the file, with the reasons as one more column. */
export const GET = route<RouteContext<'/imports/[id]/rejected.csv'>>(
  'import:run',
  async (_request, actor, { params }) => {
    const { id } = await params;
    if (!uuidPattern.test(id)) throw notFound('import');
    const batch = await findImport(actor, id);
    const marking = await markingWith(actor, [classifiedAsFile(actor, batch)]);
    await recordRejectedExport(actor, batch);
    const lines = rejectedLines(actor, batch);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await lines.return(undefined);
      },
    });
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${markingInFileName(marking)}_rejected ${batch.fileName.replace(/\.csv$/i, '')}.csv`)}`,
        'Cache-Control': 'no-store',
      },
    });
  },
);
