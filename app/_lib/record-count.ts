const lf = 0x0a;
const cr = 0x0d;
const quote = 0x22;

/**
 * Counts the records of a CSV file by RFC 4180 from its bytes, the header included. Line ends inside
 * quotes are none; LF, CRLF and CR all end a record, and so does the end of the file.
 */
export class RecordCount {
  #ended = 0;
  #isInside = false;
  #isOpen = false;
  #afterCr = false;

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      const isSecondOfPair = byte === lf && this.#afterCr;
      this.#afterCr = byte === cr && !this.#isInside;
      if (isSecondOfPair) continue;
      if (!this.#isInside && (byte === lf || byte === cr)) {
        this.#ended += 1;
        this.#isOpen = false;
        continue;
      }
      // A doubled quote closes and opens again, which comes to the same.
      if (byte === quote) this.#isInside = !this.#isInside;
      this.#isOpen = true;
    }
  }

  get records(): number {
    return this.#ended + (this.#isOpen ? 1 : 0);
  }
}
