import { createHash } from 'node:crypto';
import { detectCsv } from '@/app/_lib/csv-detection';
import { RecordCount } from '@/app/_lib/record-count';
import type { Findings } from './findings';

/** Bytes of the beginning in which the header is looked for. */
const sampleLength = 16 * 1024;
/** More than our widest table has, so that the address stays short. */
const longestHeader = 2000;

/** Reads a file piece by piece and keeps nothing of it but its hash, its size and its first line. */
export async function lookAt(name: string, body: AsyncIterable<Uint8Array>): Promise<Findings> {
  const hash = createHash('sha256');
  const records = new RecordCount();
  let sample = Buffer.alloc(0);
  let bytes = 0;
  for await (const piece of body) {
    hash.update(piece);
    records.add(piece);
    if (sample.length < sampleLength) {
      sample = Buffer.concat([sample, piece.subarray(0, sampleLength - sample.length)]);
    }
    bytes += piece.length;
  }
  return {
    sha256: hash.digest('hex'),
    look: {
      name,
      columns: headerOf(sample),
      rows: Math.max(records.records - 1, 0),
      bytes,
    },
  };
}

/** In whatever form another program has saved it. */
function headerOf(sample: Uint8Array): string[] {
  const text = new TextDecoder().decode(sample);
  const { header } = detectCsv(text, false);
  return header.join(',').length <= longestHeader ? header : [];
}
