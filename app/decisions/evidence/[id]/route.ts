import { uuidPattern } from '@/app/_lib/paging-key';
import { notFound } from '@/app/_server/refusal';
import { route } from '@/app/_server/route';
import { findEvidenceFile } from '../../data';

/** A file of evidence, always as a download and never as something that a browser would render. */
export const GET = route<RouteContext<'/decisions/evidence/[id]'>>(
  'register:read',
  async (_request, actor, { params }) => {
    const { id } = await params;
    const file = uuidPattern.test(id) ? await findEvidenceFile(actor, id) : null;
    if (!file?.content) throw notFound('file');
    return new Response(file.content, {
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
        'Cache-Control': 'no-store',
      },
    });
  },
);
