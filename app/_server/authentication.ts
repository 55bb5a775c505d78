import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import {
  APIError,
  createAuthMiddleware,
  getIP,
  getSessionFromCtx,
  isAPIError,
} from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins';
import { logFailure } from '@/prisma/front/log';
import { prismaClient } from './database';
import { environment } from './environment';
import { forgiveAttempt, takeAttempt } from './sign-in-limit';
import { signInByPasskey } from './sign-in-passkey';
import { recordFailedSignIn, recordSignOut } from './sign-in-record';
import { singleSignOn, singleSignOnConfig } from './single-sign-on';

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

/** Better-auth would also take a token of the provider from the browser, or further scopes. */
function isPlainRequest(body: unknown): boolean {
  const known = ['provider', 'callbackURL', 'errorCallbackURL', 'disableRedirect'];
  return Object.keys(body as object).every((name) => known.includes(name));
}

async function maySignIn(userId: string, isProvided: boolean): Promise<boolean> {
  const [row] = await prismaClient().$queryRaw<{ allowed: boolean }[]>`
    select not disabled and (${isProvided} or may_sign_in_locally(id)) as allowed
    from "user" where id = ${userId}::uuid`;
  return row?.allowed ?? false;
}

function create() {
  const baseURL = environment('BASE_URL');
  const provider = singleSignOn();
  return betterAuth({
    baseURL,
    secret: environment('BETTER_AUTH_SECRET'),
    trustedOrigins: (request) => [baseURL, ...ownOrigin(request)],
    database: prismaAdapter(prismaClient(), { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    onAPIError: {
      errorURL: '/sign-in',
      onError(error) {
        // Refusals are recorded in the history.
        if (!isAPIError(error)) logFailure('sign_in_failed', error);
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true },
    // How long the cookie is kept. The database says when the session ends, see limit_session.
    session: {
      expiresIn: 24 * hour,
      disableSessionRefresh: true,
      additionalFields: { secondFactor: { type: 'string', required: false, input: false } },
    },
    // Who comes by the provider is linked by provide_user.
    account: { accountLinking: { enabled: false } },
    plugins: [
      signInByPasskey(),
      ...(provider ? [genericOAuth({ config: [singleSignOnConfig(provider)] })] : []),
    ],
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
          async before(session, context) {
            const isProvided = context?.path === '/callback/:id';
            if (!(await maySignIn(session.userId, isProvided))) refuseSignIn();
            // Whether a second factor is asked for is the provider's to say.
            return isProvided ? { data: { ...session, secondFactor: 'provider' } } : undefined;
          },
        },
      },
      account: {
        update: {
          // The provider is asked for nothing later; its statement of who signed in ends its session.
          before: async () => ({ data: { accessToken: null, refreshToken: null } }),
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
        if (context.path === '/sign-in/social' && !isPlainRequest(context.body)) {
          throw new APIError('BAD_REQUEST', {
            message: 'Only signing in by the provider is offered.',
          });
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
