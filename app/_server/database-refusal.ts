import { Refusal } from './refusal';

interface DatabaseError {
  code?: string;
  message?: string;
  constraint?: string;
}

// Prisma wraps the driver's error; pg throws it bare.
function databaseError(error: unknown): DatabaseError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { meta, code } = error as {
    meta?: { driverAdapterError?: { cause?: unknown } };
    code?: unknown;
  };
  const cause = meta?.driverAdapterError?.cause as
    | { originalCode?: string; originalMessage?: string; constraint?: { index?: string } }
    | undefined;
  if (cause?.originalCode) {
    return {
      code: cause.originalCode,
      message: cause.originalMessage ?? '',
      constraint: cause.constraint?.index ?? '',
    };
  }
  return typeof code === 'string' ? (error as DatabaseError) : undefined;
}

/**
 * The refusal that a database error stands for, or undefined for a failure of ours.
 * RR001 and RR003 are raised by our own rules with a message meant for the person.
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const found = databaseError(error);
  switch (found?.code) {
    case 'RR001':
      return new Refusal('conflict', found.message ?? 'The register refuses this change.');
    case 'RR003':
      return new Refusal('forbidden', found.message ?? 'You may not make this change.');
    case '23505':
    case 'P2002':
      if (found.constraint === 'decision_waiting' || found.message?.includes('decision_waiting')) {
        return new Refusal('conflict', 'A proposal is already waiting for approval here.');
      }
      return new Refusal(
        'conflict',
        'There is one with this name already. Choose another name or change that one.',
      );
    case '23503':
    case '23001':
    case 'P2003':
      return new Refusal(
        'conflict',
        'Something else refers to this, or what it refers to is gone. Nothing was changed.',
      );
    case '23514':
      return new Refusal('invalid', `A value does not fit: ${found.constraint ?? found.message}.`);
    case '42501':
      return new Refusal('forbidden', 'You may not make this change.');
    case 'P2025':
      return new Refusal('not_found', 'There is no such record, or you may not see it.');
    default:
      return undefined;
  }
}
