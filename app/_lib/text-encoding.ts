export const textEncodings = ['utf-8', 'windows-1252'] as const;

export type TextEncoding = (typeof textEncodings)[number];

/**
 * Finds the encoding of a text file piece by piece: UTF-8 where all bytes are, else Windows-1252,
 * in which any bytes are text. UTF-16 and files that are no text are refused as soon as they show.
 */
export class EncodingDetector {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isUtf8 = true;
  #isFirst = true;

  /** The reason why the file cannot be text that we read; undefined while it may be. */
  add(bytes: Uint8Array): string | undefined {
    if (this.#isFirst && isUtf16(bytes)) {
      return 'The file is in UTF-16. Save it as CSV in UTF-8 and upload that.';
    }
    this.#isFirst = false;
    if (bytes.includes(0)) {
      return 'The file is not a CSV text file: it holds NUL bytes. A spreadsheet has to be saved as CSV first.';
    }
    this.#check(() => this.#decoder.decode(bytes, { stream: true }));
    return undefined;
  }

  /** To be asked once all pieces were added. */
  encoding(): TextEncoding {
    this.#check(() => this.#decoder.decode());
    return this.#isUtf8 ? 'utf-8' : 'windows-1252';
  }

  #check(decode: () => unknown): void {
    if (!this.#isUtf8) return;
    try {
      decode();
    } catch {
      this.#isUtf8 = false;
    }
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
