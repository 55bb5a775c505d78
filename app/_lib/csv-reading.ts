export const csvLimits = {
  /** UTF-16 units of one record; more is no inventory but a bomb. */
  recordLength: 1_000_000,
  columns: 500,
} as const;

export interface CsvHandlers {
  /** A record's cells, without their quotes; `line` is the file's line on which it begins, from 1. */
  record(cells: string[], line: number): void;
  /** A line that cannot be read, with the reason; reading goes on after it. */
  broken(line: number, reason: string): void;
}

const quoteInside =
  'A quote stands inside a cell. Put the whole cell in quotes and double the quote.';
const textAfterQuote = 'Text follows the closing quote of a cell. Double quotes inside a cell.';
const neverClosed = 'A quote is opened here and never closed.';
const tooLong = `The line is longer than ${csvLimits.recordLength / 1_000_000} million characters.`;
const tooManyColumns = `The line has more than ${csvLimits.columns} cells.`;

/**
 * Reads CSV by RFC 4180 piece by piece, with LF, CRLF and CR as line ends, even mixed, and quoted
 * cells over several lines. It holds one piece and one record at most. After a broken line it goes
 * on with the next, so that one bad quote does not swallow the rest of a file.
 */
export class CsvReader {
  readonly #delimiter: string;
  readonly #handlers: CsvHandlers;
  #text = '';
  #line = 1;
  /** Inside a line that was too long, whose rest is thrown away. */
  #discarding = false;

  constructor(delimiter: string, handlers: CsvHandlers) {
    this.#delimiter = delimiter;
    this.#handlers = handlers;
  }

  write(text: string): void {
    this.#text += text;
    this.#read(false);
  }

  end(): void {
    this.#read(true);
    this.#text = '';
  }

  #read(final: boolean): void {
    const text = this.#text;
    const find = { lf: finder(text, '\n'), cr: finder(text, '\r'), quote: finder(text, '"') };
    let start = 0;
    while (start < text.length) {
      const end = Math.min(find.lf(start), find.cr(start));
      const isCut = end >= text.length - 1 && !final && text[end] !== '\n';
      if (this.#discarding) {
        if (isCut) break;
        this.#discarding = false;
        this.#line += 1;
        start = afterLineEnd(text, end);
        continue;
      }
      let next: number | undefined;
      if (find.quote(start) < end) next = this.#readQuoted(start, end, final);
      else if (!isCut) next = this.#readPlain(start, end);
      if (next !== undefined) start = next;
      else if (text.length - start > csvLimits.recordLength)
        start = this.#giveUp(start, end, isCut);
      else break;
    }
    // Of what is thrown away a CR is kept: with it the line ends, unless a LF follows.
    this.#text = this.#discarding
      ? text.slice(text.endsWith('\r') ? -1 : text.length)
      : text.slice(start);
  }

  #readPlain(start: number, end: number): number {
    this.#emit(this.#text.slice(start, end).split(this.#delimiter), end - start);
    this.#line += 1;
    return afterLineEnd(this.#text, end);
  }

  /** Where the next record begins; undefined when this one does not end in the text at hand. */
  #readQuoted(start: number, firstEnd: number, final: boolean): number | undefined {
    const text = this.#text;
    const cells: string[] = [];
    let at = start;
    for (;;) {
      let end: number;
      if (text[at] === '"') {
        const close = closingQuote(text, at);
        // A quote at the very end may be the first of two.
        if (close >= text.length - 1 && !final) return undefined;
        if (close === text.length) return this.#skip(firstEnd, neverClosed, final);
        cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
        end = close + 1;
      } else {
        end = this.#cellEnd(at);
        const cell = text.slice(at, end);
        if (cell.includes('"')) return this.#skip(firstEnd, quoteInside, final);
        cells.push(cell);
      }
      if (end - start > csvLimits.recordLength) return this.#skip(firstEnd, tooLong, final);
      if (end >= text.length - 1 && !final && text[end] !== '\n') return undefined;
      if (end >= text.length || text[end] === '\n' || text[end] === '\r') {
        this.#emit(cells, end - start);
        const next = afterLineEnd(text, end);
        this.#line += lineEnds(text.slice(start, end)) + 1;
        return next;
      }
      if (text[end] !== this.#delimiter) return this.#skip(firstEnd, textAfterQuote, final);
      at = end + 1;
    }
  }

  #cellEnd(from: number): number {
    let at = from;
    while (at < this.#text.length) {
      const character = this.#text[at];
      if (character === this.#delimiter || character === '\n' || character === '\r') break;
      at += 1;
    }
    return at;
  }

  #emit(cells: string[], length: number): void {
    if (length > csvLimits.recordLength) this.#handlers.broken(this.#line, tooLong);
    else if (cells.length > csvLimits.columns) this.#handlers.broken(this.#line, tooManyColumns);
    else this.#handlers.record(cells, this.#line);
  }

  /** Reports the line that ends at `end` and goes on after it. */
  #skip(end: number, reason: string, final: boolean): number | undefined {
    if (end >= this.#text.length - 1 && !final && this.#text[end] !== '\n') return undefined;
    this.#handlers.broken(this.#line, reason);
    this.#line += 1;
    return afterLineEnd(this.#text, end);
  }

  #giveUp(start: number, end: number, isCut: boolean): number {
    const isOpenQuote = !isCut || this.#text[start] === '"';
    this.#handlers.broken(this.#line, isOpenQuote ? neverClosed : tooLong);
    if (isCut) {
      this.#discarding = true;
      return this.#text.length;
    }
    this.#line += 1;
    return afterLineEnd(this.#text, end);
  }
}

/** Index of the next `wanted` from a place on, or the text's length; places must not go back. */
function finder(text: string, wanted: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      found = text.indexOf(wanted, from);
      if (found < 0) found = text.length;
    }
    return found;
  };
}

/** Index of the quote that closes the cell opened at `open`, or the text's length. */
function closingQuote(text: string, open: number): number {
  let at = open + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

function afterLineEnd(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
