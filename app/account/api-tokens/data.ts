import type { z } from 'zod';
import { type ApiScope, apiScopes } from '@/app/_domain/api-scope';
import type { Actor } from '@/app/_server/actor';
import { readAs, type Transaction } from '@/app/_server/database';
import { notFound } from '@/app/_server/refusal';
import { newToken, tokenHash } from '@/app/_server/token';
import type { apiTokenInput } from './schema';

/** So that it is known for what it is wherever one is found. */
const prefix = 'srr_';
const day = 24 * 60 * 60 * 1000;

export interface OwnApiToken {
  id: string;
  name: string;
  scopes: readonly ApiScope[];
  expiresAt: Date;
  hasExpired: boolean;
  /** To within a minute; null for never. */
  lastUsedAt: Date | null;
}

/** The actor's tokens, the newest first. */
export async function ownApiTokens(actor: Actor): Promise<OwnApiToken[]> {
  const tokens = await readAs(actor, (transaction) =>
    transaction.apiToken.findMany({
      select: { id: true, name: true, scopes: true, expiresAt: true, lastUsedAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    }),
  );
  return tokens.map(({ scopes, ...token }) => ({
    ...token,
    scopes: apiScopes.filter((scope) => scopes.includes(scope)),
    hasExpired: token.expiresAt <= new Date(),
  }));
}

/** @returns the token itself, which is shown once and kept nowhere */
export async function insertApiToken(
  transaction: Transaction,
  { name, scopes, days }: z.output<typeof apiTokenInput>,
  { id }: Actor,
): Promise<{ token: string }> {
  const token = `${prefix}${newToken()}`;
  await transaction.apiToken.create({
    data: {
      ...{ userId: id, name, scopes: [...new Set(scopes)], tokenHash: tokenHash(token) },
      expiresAt: new Date(Date.now() + days * day),
    },
    select: { id: true },
  });
  return { token };
}

export async function deleteApiToken(
  transaction: Transaction,
  { id }: { id: string },
): Promise<void> {
  const { count } = await transaction.apiToken.deleteMany({ where: { id } });
  if (count === 0) throw notFound('token');
}
