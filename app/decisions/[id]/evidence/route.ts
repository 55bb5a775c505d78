import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mutate } from '@/app/_server/mutate';
import { Refusal } from '@/app/_server/refusal';
import { bodyOf } from '@/app/_server/request-body';
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
    const content = await wholeBody(request);
    const input = { decisionId: id, fileName: decoded(request.headers.get('x-file-name') ?? '') };
    const sha256 = createHash('sha256').update(content).digest('hex');
    const outcome = await mutate(
      actor,
      { permission: 'decision:carry_out', schema: fileInput, input },
      (transaction, file) => insertEvidenceFile(transaction, actor, { ...file, content, sha256 }),
    );
    if (!outcome.ok) {
      const message = Object.values(outcome.fields ?? {})[0] ?? outcome.message;
      if (outcome.kind === 'invalid') throw new Refusal('invalid', message);
      return refusalResponse({ kind: outcome.kind, message });
    }
    return Response.json({ sha256 }, { status: 201 });
  },
  'upload',
);

async function wholeBody(request: Request): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = 'A file of evidence may have at most 10 MB.';
  const pieces: Uint8Array[] = [];
  for await (const piece of bodyOf(request, largestEvidence, tooLarge)) pieces.push(piece);
  const whole = Buffer.concat(pieces);
  if (whole.length === 0) throw new Refusal('invalid', 'The file is empty.');
  return whole;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new Refusal('invalid', 'The name of the file cannot be read.');
  }
}
