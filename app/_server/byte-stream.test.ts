import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { byteStream } from './byte-stream';

/** Pieces of one byte that count how far they were taken, and say when they have ended. */
function pieces(count: number, failAt = Number.POSITIVE_INFINITY) {
  const state = { taken: 0, ended: false };
  async function* made(): AsyncGenerator<Uint8Array, undefined> {
    try {
      for (let made = 0; made < count; made += 1) {
        if (made === failAt) throw new Error('The database went away.');
        state.taken += 1;
        yield new Uint8Array([made]);
      }
    } finally {
      state.ended = true;
    }
  }
  return { state, made: made() };
}

async function streamOf(made: AsyncGenerator<Uint8Array, undefined>, stall?: number) {
  return byteStream(await made.next(), made, stall);
}

describe('the body of a response', () => {
  it('is all pieces in their order', async () => {
    const { state, made } = pieces(5);
    const body = await new Response(await streamOf(made)).bytes();
    expect([...body]).toEqual([0, 1, 2, 3, 4]);
    expect(state.ended).toBe(true);
  });

  it('is empty without any', async () => {
    expect(await new Response(await streamOf(pieces(0).made)).text()).toBe('');
  });

  it('fails where a piece fails, and never ends as if it were whole', async () => {
    const { made } = pieces(5, 3);
    await expect(new Response(await streamOf(made)).bytes()).rejects.toThrow('went away');
  });

  it('takes no more than its reader does', async () => {
    const { state, made } = pieces(100);
    const stream = await streamOf(made);
    await stream.getReader().read();
    await wait(10);
    expect(state.taken).toBeLessThan(5);
  });

  it('ends the pieces when its reader goes away', async () => {
    const { state, made } = pieces(100);
    await (await streamOf(made)).cancel();
    expect(state.ended).toBe(true);
  });

  it('fails when its reader takes nothing for too long, and ends the pieces', async () => {
    const { state, made } = pieces(100);
    const reader = (await streamOf(made, 20)).getReader();
    await reader.read();
    await vi.waitFor(() => expect(state.ended).toBe(true));
    await expect(reader.read()).rejects.toThrow('stopped taking');
  });

  it('waits for a slow piece as long as it takes', async () => {
    async function* slow(): AsyncGenerator<Uint8Array, undefined> {
      yield new Uint8Array([1]);
      await wait(600);
      yield new Uint8Array([2]);
    }
    const body = await new Response(await streamOf(slow(), 400)).bytes();
    expect([...body]).toEqual([1, 2]);
  });
});
