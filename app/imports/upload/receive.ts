import { createHash } from 'node:crypto';
import { detectCsv } from '@/app/_lib/csv-detection';
import { csvLimits } from '@/app/_lib/csv-reading';
import { EncodingDetector } from '@/app/_lib/text-encoding';
import type { Actor } from '@/app/_server/actor';
import { Refusal } from '@/app/_server/refusal';
import { emptyMapping, suggestColumns, suggestKind, uniqueHeader } from '../mapping';
import { abandonUpload, beginUpload, endUpload, type ReceivedFile, storePiece } from './data';

const pieceLength = 1024 ** 2;
/** Bytes of the beginning by which the form of the file is told. */
const sampleLength = 64 * 1024;

/** Takes a file in as it comes, piece by piece. Refuses what is no CSV; nothing of it is kept then. */
export async function receiveFile(
  actor: Actor,
  fileName: string,
  body: AsyncIterable<Uint8Array>,
): Promise<{ id: string }> {
  const id = await beginUpload(actor, fileName);
  try {
    await endUpload(actor, id, await receive(actor, id, body));
    return { id };
  } catch (error) {
    await abandonUpload(actor, id);
    throw error;
  }
}

async function receive(
  actor: Actor,
  id: string,
  body: AsyncIterable<Uint8Array>,
): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  const encodings = new EncodingDetector();
  const lines = new LineLengths();
  let sample = new Uint8Array();
  let byteCount = 0;
  let ordinal = 0;
  for await (const piece of inPieces(body)) {
    byteCount += piece.length;
    const reason = encodings.add(piece) ?? lines.add(piece);
    if (reason) throw refusal(reason);
    if (ordinal === 0) sample = piece.slice(0, sampleLength);
    hash.update(piece);
    await storePiece(actor, id, ordinal, piece);
    ordinal += 1;
  }
  if (byteCount === 0) throw refusal('The file is empty.');
  const encoding = encodings.encoding();
  const text = new TextDecoder(encoding).decode(sample, { stream: byteCount > sample.length });
  const form = detectCsv(text, byteCount === sample.length);
  const header = checkedHeader(form.header);
  const kind = suggestKind(header);
  return {
    byteCount,
    sha256: hash.digest('hex'),
    encoding,
    delimiter: form.delimiter,
    lineEnd: form.lineEnd,
    header,
    kind,
    mapping: { ...emptyMapping, columns: suggestColumns(header, kind) },
  };
}

function checkedHeader(cells: readonly string[]): string[] {
  if (!cells.some((cell) => /[\p{L}\p{N}]/u.test(cell))) {
    throw refusal('The file has no header line with the names of its columns.');
  }
  const long = cells.find((cell) => cell.length > 200);
  if (long !== undefined) {
    throw refusal(
      `The first line is no header: it holds a name of more than 200 characters, or more than ${csvLimits.columns} columns.`,
    );
  }
  return uniqueHeader(cells);
}

function refusal(reason: string): Refusal {
  return new Refusal('invalid', `${reason} Nothing was taken in.`);
}

/** The same bytes in pieces of one size, the last perhaps smaller. */
async function* inPieces(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(pieceLength);
  let used = 0;
  for await (const bytes of body) {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + pieceLength - used);
      piece.set(part, used);
      used += part.length;
      at += part.length;
      if (used === pieceLength) {
        yield piece;
        piece = new Uint8Array(pieceLength);
        used = 0;
      }
    }
  }
  if (used > 0) yield piece.subarray(0, used);
}

const lf = 0x0a;
const cr = 0x0d;
// A character takes at most four bytes.
const longestLine = csvLimits.recordLength * 4;

/** Refuses a file with a line that no reader would hold. */
class LineLengths {
  #length = 0;

  add(bytes: Uint8Array): string | undefined {
    const first = firstLineEnd(bytes);
    if (first < 0) this.#length += bytes.length;
    else {
      if (this.#length + first > longestLine) return this.#reason;
      this.#length = bytes.length - Math.max(bytes.lastIndexOf(lf), bytes.lastIndexOf(cr)) - 1;
    }
    return this.#length > longestLine ? this.#reason : undefined;
  }

  // A piece is shorter than the limit, so between two line ends of one no line is too long.
  readonly #reason = 'The file has a line of more than 4 MB.';
}

function firstLineEnd(bytes: Uint8Array): number {
  const ends = [bytes.indexOf(lf), bytes.indexOf(cr)].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) : -1;
}
