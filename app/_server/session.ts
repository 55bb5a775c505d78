import { prismaClient } from './database';

const minute = 60_000;

/**
 * Says that the session is in use, once a minute; the database then moves its end, see limit_session.
 * Not by better-auth, which knows one length for all time.
 */
export async function keepSession({
  id,
  updatedAt,
}: {
  id: string;
  updatedAt: Date;
}): Promise<void> {
  if (Date.now() - updatedAt.getTime() < minute) return;
  await prismaClient().session.updateMany({ where: { id }, data: { updatedAt: new Date() } });
}
