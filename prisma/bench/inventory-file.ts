import { csvLine } from '../../app/_lib/csv.ts';
import { type Estate, type EstateLine, estateLine } from './estate.ts';

const linesInPiece = 500;

/** The estate as one inventory in CSV, piece by piece; `lines` from `from` on, all unless told. */
export async function* inventoryFile(
  estate: Estate,
  { from = 0, lines = estate.deployments, change = (line: EstateLine): EstateLine => line } = {},
): AsyncGenerator<Buffer> {
  yield Buffer.from(csvLine(Object.keys(estateLine(estate, 0))));
  for (let at = from; at < from + lines; at += linesInPiece) {
    let piece = '';
    for (let index = at; index < Math.min(at + linesInPiece, from + lines); index += 1) {
      piece += csvLine(Object.values(change(estateLine(estate, index))));
    }
    yield Buffer.from(piece);
  }
}
