import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { browserAnswer } from '@/app/_lib/browser-answer';
import { verifyPasskey } from './passkey';
import { recordFailedPasskey } from './sign-in-record';

const body = z.object({ answer: browserAnswer<AuthenticationResponseJSON>() });

/** Signing in by a passkey alone. Better-auth's own plugin for it pins earlier versions. */
export function signInByPasskey() {
  return {
    id: 'sign-in-by-passkey',
    endpoints: {
      signInByPasskey: createAuthEndpoint(
        '/sign-in/passkey',
        { method: 'POST', body },
        async (context) => {
          const found = await verifyPasskey(context.body.answer);
          if (!found) {
            await recordFailedPasskey();
            throw new APIError('UNAUTHORIZED', { message: 'The passkey was not accepted.' });
          }
          const { internalAdapter } = context.context;
          const session = await internalAdapter.createSession(found.userId, false, {
            secondFactor: 'passkey',
          });
          const user = await internalAdapter.findUserById(found.userId);
          if (!session || !user) throw new APIError('UNAUTHORIZED');
          await setSessionCookie(context, { session, user });
          return context.json({});
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
