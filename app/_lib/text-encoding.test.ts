import { describe, expect, it } from 'vitest';
import { EncodingDetector } from './text-encoding';

function detect(...pieces: Uint8Array[]) {
  const detector = new EncodingDetector();
  const reasons = pieces.map((piece) => detector.add(piece)).filter(Boolean);
  return reasons[0] ?? detector.encoding();
}

const utf8 = Buffer.from('\ufeffCafé Ünal Привет');

describe('EncodingDetector', () => {
  it('knows UTF-8 even where a piece ends inside a character', () => {
    for (let cut = 0; cut <= utf8.length; cut += 1) {
      expect(detect(utf8.subarray(0, cut), utf8.subarray(cut))).toBe('utf-8');
    }
  });

  it('takes other bytes for Windows-1252', () => {
    expect(detect(Buffer.from('Café', 'latin1'))).toBe('windows-1252');
    expect(detect(Buffer.from('Caf'), Buffer.from([0xe9]))).toBe('windows-1252');
  });

  it('refuses UTF-16 and what is no text', () => {
    expect(detect(Buffer.from('\ufeffa', 'utf16le'))).toMatch(/UTF-16/);
    expect(detect(Buffer.from('PK\u0003\u0004\u0000'))).toMatch(/NUL/);
  });
});
