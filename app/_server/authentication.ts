import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import {
  APIError,
  createAuthMiddleware,
  getIP,
  getSessionFromCtx,
  isAPIError,
} from 'better-auth/api';
import { logFailure } from '@/prisma/front/log';
import { prismaClient } from './database';
import { environment } from './environment';
import { forgiveAttempt, takeAttempt } from './sign-in-limit';
import { recordFailedSignIn, recordSignOut } from './sign-in-record';

const signInPath = '/sign-in/email';
const hour = 60 * 60;

// One answer for an unknown e-mail address, a wrong password and a disabled user.
function refuseSignIn(): never {
  throw new APIError('UNAUTHORIZED', {
    message: 'Invalid email or password',
    code: 'INVALID_EMAIL_OR_PASSWORD',
  });
}

function emailIn(body: unknown): string {
  const email = (body as { email?: unknown } | undefined)?.email;
  return typeof email === 'string' ? email.toLowerCase() : '';
}

/** The page's own address as the browser wrote it, when a post comes from there; it may have several. */
function ownOrigin(request: Request | undefined): string[] {
  const origin = request?.headers.get('origin');
  if (!origin || !URL.canParse(origin)) return [];
  return new URL(origin).host === request?.headers.get('host') ? [origin] : [];
}

function create() {
  const baseURL = environment('BASE_URL');
  return betterAuth({
    baseURL,
    secret: environment('BETTER_AUTH_SECRET'),
    trustedOrigins: (request) => [baseURL, ...ownOrigin(request)],
    database: prismaAdapter(prismaClient(), { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    onAPIError: {
      onError(error) {
        // Refusals are recorded in the history.
        if (!isAPIError(error)) logFailure('sign_in_failed', error);
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: 12 * hour, updateAge: hour / 12 },
    // Its own limit counts successes too and knows no accounts; see sign-in-limit.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: false },
      cookiePrefix: 'register',
      // Said outright, since tests would else run without the check.
      disableOriginCheck: false,
    },
    databaseHooks: {
      session: {
        create: {
          async before({ userId }) {
            const user = await prismaClient().user.findUnique({ where: { id: userId } });
            if (!user || user.disabled) refuseSignIn();
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path === signInPath) {
          const address = context.request && getIP(context.request, context.context.options);
          if (!(await takeAttempt(emailIn(context.body), address))) {
            throw new APIError('TOO_MANY_REQUESTS', { message: 'Too many failed attempts' });
          }
        }
        if (context.path === '/sign-out') {
          const session = await getSessionFromCtx(context);
          if (session) await recordSignOut(session.user.id);
        }
      }),
      after: createAuthMiddleware(async (context) => {
        if (context.path !== signInPath) return;
        const email = emailIn(context.body);
        const address = context.request && getIP(context.request, context.context.options);
        const { newSession, returned } = context.context;
        if (newSession) await forgiveAttempt(email, address);
        else if (isAPIError(returned) && returned.status === 'UNAUTHORIZED') {
          await recordFailedSignIn(email, address);
        }
      }),
    },
  });
}

let instance: ReturnType<typeof create> | undefined;

/** Sign-in by better-auth, made when first needed, since a build has no database. */
export function authentication() {
  instance ??= create();
  return instance;
}
