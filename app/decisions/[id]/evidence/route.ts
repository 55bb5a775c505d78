import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mutate } from '@/app/_server/mutate';
import { Refusal } from '@/app/_server/refusal';
import { refusalResponse, route } from '@/app/_server/route';
import { insertEvidenceFile } from '../../data';
import { largestEvidence } from '../../schema';

const fileInput = z.object({
  decisionId: z.uuid('There is no such decision, or you may not see it.'),
  fileName: z
    .string()
    .trim()
    .min(1, 'The file needs a name.')
    .max(255, 'The name of the file is too long.')
    .refine(
      (name) => !/[\p{Cc}/\\]/u.test(name),
      'The name of the file holds a character that it may not.',
    ),
});

/** Takes one file of evidence as the request's body; its name in X-File-Name, percent-encoded. */
export const POST = route<RouteContext<'/decisions/[id]/evidence'>>(
  'decision:carry_out',
  async (request, actor, { params }) => {
    const { id } = await params;
    const content = await boundedBody(request);
    const input = { decisionId: id, fileName: decoded(request.headers.get('x-file-name') ?? '') };
    const sha256 = createHash('sha256').update(content).digest('hex');
    const outcome = await mutate(
      actor,
      { permission: 'decision:carry_out', schema: fileInput, input },
      (transaction, file) => insertEvidenceFile(transaction, actor, { ...file, content, sha256 }),
    );
    if (!outcome.ok) {
      const message = Object.values(outcome.fields ?? {})[0] ?? outcome.message;
      return refusalResponse({ kind: outcome.kind, message });
    }
    return Response.json({ sha256 }, { status: 201 });
  },
);

async function boundedBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > largestEvidence)
      throw new Refusal('invalid', 'A file of evidence may have at most 10 MB.');
    chunks.push(chunk);
  }
  if (size === 0) throw new Refusal('invalid', 'The file is empty.');
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new Refusal('invalid', 'The name of the file cannot be read.');
  }
}
