import { createHash, randomUUID } from 'node:crypto';
import { type RefusalCode, requestContext } from '@/prisma/front/request-context';
import { nobody, transactAs } from './database';
import { recordAct } from './history-act';
import { countOnce, type Limit } from './rate-limit';

/** Acts of one kind and address in the history, so that who goes on trying cannot fill it. */
const recorded: Limit = { name: 'refused', most: 20, seconds: 15 * 60 };

/** Why the front turned the present request away; undefined where it did not. */
export function whyTurnedAway(): RefusalCode | undefined {
  return requestContext()?.refusal;
}

/**
 * Records that a request was turned away before it reached what it was for: where it came from and
 * why, never what it held. Past the first twenty of a kind from one address in 15 minutes only the log tells.
 */
export async function recordTurnedAway(
  code: RefusalCode,
  actorId = nobody,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const context = requestContext();
  if (context) context.refusal = code;
  const address = context?.address;
  const { count } = await countOnce(recorded, `${code}|${address ?? ''}`);
  if (count > recorded.most) return;
  await transactAs({ actorId, changeId: context?.id ?? randomUUID() }, (transaction) =>
    recordAct(transaction, {
      action: 'refused',
      entity: 'request',
      entityId: code,
      detail: { ...detail, ...(address && { address }) },
    }),
  );
}

/** A session that nobody has, or has any more: forged, ended, or taken from somebody. */
export async function recordUnknownSession(headers: Headers): Promise<void> {
  const cookie = /(?:^|;\s*)(?:__Secure-)?register\.session_token=([^;]*)/.exec(
    headers.get('cookie') ?? '',
  )?.[1];
  if (!cookie) return;
  // Once for each, since a page that was left open goes on asking with it.
  const key = createHash('sha256').update(cookie).digest('hex');
  const { count } = await countOnce({ ...recorded, name: 'session' }, key);
  if (count === 1) await recordTurnedAway('unknown_session');
}
