import { prismaClient } from '@/app/_server/database';

/** Whether nobody can sign in yet, as on a register that has just been set up. */
export async function isWithoutUsers(): Promise<boolean> {
  return (await prismaClient().user.findFirst({ select: { id: true } })) === null;
}
