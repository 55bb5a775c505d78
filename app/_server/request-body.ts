import { Refusal } from './refusal';

/**
 * The request's body, piece by piece. Refuses one of more than `most` bytes as soon as that shows, by
 * what it says of itself or by what has come of it.
 */
export async function* bodyOf(
  request: Request,
  most: number,
  tooLarge: string,
): AsyncGenerator<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) {
    throw new Refusal('too_large', tooLarge);
  }
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > most) throw new Refusal('too_large', tooLarge);
    yield piece;
  }
}
