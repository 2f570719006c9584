import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { peek, SourceError } from '../../../bot/teams/peek.ts';

describe('When the beginning of a file is looked at', () => {
  /** Pieces of 1,000 bytes, counted as they are asked for. */
  function source(pieces: number, failsAt = Number.POSITIVE_INFINITY) {
    const asked = { count: 0 };
    async function* generate(): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < pieces; index += 1) {
        asked.count += 1;
        if (asked.count === failsAt) throw new Error('gone');
        yield new Uint8Array(1000).fill(index);
      }
    }
    return { asked, pieces: generate() };
  }

  it('reads no more of it than is looked at, and gives the whole again', async () => {
    const { asked, pieces } = source(50);
    const { head, cutOff, whole } = await peek(pieces, 3500);
    deepEqual([head.length, cutOff, asked.count], [3500, true, 4]);
    const read = await buffer(whole);
    equal(read.length, 50_000);
    ok(read.subarray(0, 3500).equals(head));
    deepEqual([read[0], read[49_999]], [0, 49]);
  });

  it('never holds more than a few pieces, however long the file is', async () => {
    const { asked, pieces } = source(10_000);
    const { whole } = await peek(pieces, 1000);
    let read = 0;
    for await (const piece of whole) {
      read += piece.length;
      // A stream of objects reads ahead by its high-water mark.
      ok(asked.count * 1000 - read <= 32_000);
    }
    equal(read, 10_000_000);
  });

  it('knows a file that ends within it', async () => {
    const { head, cutOff, whole } = await peek(source(2).pieces, 3500);
    deepEqual([head.length, cutOff, (await buffer(whole)).length], [2000, false, 2000]);
    equal((await peek(source(0).pieces, 3500)).head.length, 0);
  });

  it('tells a source that fails from anything else that does', async () => {
    await rejects(peek(source(9, 2).pieces, 3500), SourceError);
    const { whole } = await peek(source(9, 7).pieces, 3500);
    await rejects(buffer(whole), SourceError);
  });
});
