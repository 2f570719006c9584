import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BlockBlobClient } from '@azure/storage-blob';
import type { StoredFile } from '../fileStore.ts';
import { measureContent } from '../measureContent.ts';

const blockBytes = 1024 * 1024;

/**
 * Streams content into a new blob, one block of 1 MiB after the other, so that no more than one block is in memory.
 * Nothing can be read before the last request creates the blob, which never replaces another blob.
 *
 * Not the SDK's `uploadStream`: it waits for ever if a stream closes without ending, does not close the stream when the
 * upload fails, and still sends blocks after a failure.
 */
export async function uploadBlob(
  blob: BlockBlobClient,
  content: Readable,
  { limitBytes, blockMs }: { readonly limitBytes: number; readonly blockMs: number },
): Promise<StoredFile> {
  const inTime = () => AbortSignal.timeout(blockMs);
  const attempt = randomUUID();
  const measured = measureContent(limitBytes);
  const blockIds: string[] = [];
  for await (const block of blocksOf(measured.through(content))) {
    // All block IDs of one blob must have the same length; the attempt keeps those of another `put` apart.
    const blockId = Buffer.from(`${attempt}-${String(blockIds.length).padStart(6, '0')}`).toString('base64');
    await blob.stageBlock(blockId, block, block.length, { abortSignal: inTime() });
    blockIds.push(blockId);
  }
  await commit(blob, { blockIds, attempt, inTime });
  return measured.result();
}

/**
 * Creates the blob. If the answer is lost and the SDK repeats the request, the attempt's ID shows whether an existing
 * blob is our own.
 */
async function commit(
  blob: BlockBlobClient,
  {
    blockIds,
    attempt,
    inTime,
  }: { readonly blockIds: readonly string[]; readonly attempt: string; readonly inTime: () => AbortSignal },
): Promise<void> {
  try {
    await blob.commitBlockList([...blockIds], {
      conditions: { ifNoneMatch: '*' },
      metadata: { attempt },
      abortSignal: inTime(),
    });
  } catch (error) {
    const found = await blob.getProperties({ abortSignal: inTime() }).catch(() => undefined);
    if (found?.metadata?.attempt !== attempt) throw error;
  }
}

/** The content in pieces of at most a block; each is overwritten by the next. */
async function* blocksOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const block = Buffer.allocUnsafe(blockBytes);
  let filled = 0;
  for await (const chunk of content) {
    for (let from = 0; from < chunk.length; ) {
      const piece = chunk.subarray(from, from + blockBytes - filled);
      block.set(piece, filled);
      from += piece.length;
      filled += piece.length;
      if (filled < blockBytes) continue;
      yield block;
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
