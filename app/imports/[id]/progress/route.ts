import { uuidPattern } from '@/app/_lib/paging-key';
import { notFound } from '@/app/_server/refusal';
import { route } from '@/app/_server/route';
import type { WorkProgress } from '@/components/progress-panel';
import { findImport } from '../../data';
import { isJobState } from '../../states';

/** How far the import's present job is, for the progress bar. */
export const GET = route<RouteContext<'/imports/[id]/progress'>>(
  'register:read',
  async (_request, actor, { params }) => {
    const { id } = await params;
    if (!uuidPattern.test(id)) throw notFound('import');
    const { state, progress, message } = await findImport(actor, id);
    return Response.json(progressOf(state, progress, message), {
      headers: { 'Cache-Control': 'no-store' },
    });
  },
);

function progressOf(state: string, progress: number, message: string): WorkProgress {
  if (!isJobState(state)) {
    const hasFailed = message !== '';
    return {
      state: hasFailed ? 'failed' : 'done',
      done: 100,
      total: 100,
      message: message || 'Done.',
    };
  }
  if (message === '') return { state: 'waiting', done: 0, total: 100 };
  return {
    state: 'running',
    done: progress,
    total: 100,
    message: `${message} (${progress} %). You can leave this page; it goes on by itself.`,
  };
}
