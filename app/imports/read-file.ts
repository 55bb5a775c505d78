import { CsvReader } from '@/app/_lib/csv-reading';
import type { TextEncoding } from '@/app/_lib/text-encoding';

export interface FileForm {
  encoding: string;
  delimiter: string;
  header: readonly string[];
}

export interface LineHandlers {
  /** A line with as many cells as the header; blank lines and the header are left out. */
  line(cells: string[], line: number): void;
  /** A line that is none, with the reason, and its cells if they could be told apart. */
  broken(line: number, reason: string, cells?: string[]): void;
}

/** Reads a file from its pieces. Call the function returned with each piece, then without any. */
export function fileReader(
  { encoding, delimiter, header }: FileForm,
  { line: handle, broken }: LineHandlers,
): (piece?: Uint8Array) => void {
  const decoder = new TextDecoder(encoding as TextEncoding);
  let isHeaderRead = false;
  const reader = new CsvReader(delimiter, {
    record: (cells, line) => {
      if (cells.every((cell) => cell.trim() === '')) return;
      if (!isHeaderRead) isHeaderRead = true;
      else if (hasWidth(cells, header.length)) handle(cells, line);
      else {
        const reason = `The line has ${cells.length} cells, and the header has ${header.length}.`;
        broken(line, reason, cells);
      }
    },
    broken,
  });
  return (piece) => {
    if (piece) reader.write(decoder.decode(piece, { stream: true }));
    else {
      reader.write(decoder.decode());
      reader.end();
    }
  };
}

/** Spreadsheets write empty cells behind the last column. */
function hasWidth(cells: readonly string[], width: number): boolean {
  return (
    cells.length === width ||
    (cells.length > width && cells.slice(width).every((cell) => cell === ''))
  );
}
