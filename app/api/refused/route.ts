import { currentActor } from '@/app/_server/actor';
import { refusalResponse } from '@/app/_server/route';
import { recordTurnedAway, whyTurnedAway } from '@/app/_server/turned-away';

/** Answers for what the front turned away; of itself it does nothing. */
export async function POST(): Promise<Response> {
  if (whyTurnedAway() !== 'cross_site') {
    return refusalResponse({ kind: 'not_found', message: 'There is nothing here.' });
  }
  const actor = await currentActor();
  await recordTurnedAway('cross_site', actor?.id);
  const message = 'This came from another site and was not carried out.';
  return refusalResponse({ kind: 'forbidden', message });
}
