import assert from 'node:assert/strict';
import { createServer, request as forward } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type BlobEmulator, startBlobEmulator } from '../../../../../local/azure/blobEmulator.ts';
import { connectBlobFileStore } from '../../../../../services/storage/files/blob/blobContainer.ts';
import { type FileStore, newFileId } from '../../../../../services/storage/files/fileStore.ts';
import { listenOnLoopback } from '../../../../support/listenOnLoopback.ts';
import { temporaryDirectory } from '../../../../support/temporaryDirectory.ts';

/** What the way to the service does to the next requests of a kind: nothing is heard back, or nothing arrives. */
type Fault = { readonly comp: string; readonly what: 'answerLost' | 'neverArrives'; times: number };

describe('When the way to Blob Storage breaks', () => {
  const directory = temporaryDirectory();
  const proof = Buffer.alloc(2_500_000, 'signed ');
  let emulator: BlobEmulator;
  let files: FileStore;
  let fault: Fault | undefined;
  const way = createServer((incoming, outgoing) => {
    const { host, port } = new URL(emulator.endpoint);
    const comp = new URL(incoming.url ?? '', 'http://way').searchParams.get('comp');
    const hit = fault?.comp === comp && fault.times > 0 ? fault : undefined;
    if (hit) hit.times -= 1;
    if (hit?.what === 'neverArrives') {
      incoming.socket.destroy();
      return;
    }
    const onward = forward({ port, host: '127.0.0.1', path: incoming.url, method: incoming.method });
    // The signature covers the headers, not the host.
    for (const [name, value] of Object.entries(incoming.headers)) if (value) onward.setHeader(name, value);
    onward.setHeader('host', host);
    onward.on('response', (answer) => {
      if (hit) {
        answer.resume();
        answer.on('end', () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });

  before(async () => {
    emulator = await startBlobEmulator({ directory: directory.path });
    const endpoint = `${await listenOnLoopback(way)}/devstoreaccount1`;
    files = await connectBlobFileStore({ endpoint, key: emulator.key, container: 'proofs' });
  });
  afterEach(() => {
    fault = undefined;
  });
  after(async () => {
    way.closeAllConnections();
    await way[Symbol.asyncDispose]();
    await emulator.stop();
    directory.remove();
  });

  const put = (id: string) => files.put(id, Readable.from([proof]), { limitBytes: proof.length });
  const kept = async (id: string) => {
    const content = await files.open(id);
    return content && proof.equals(await buffer(content));
  };

  it('sends a block again that did not arrive', async () => {
    fault = { comp: 'block', what: 'neverArrives', times: 1 };
    const id = newFileId();
    assert.equal((await put(id)).bytes, proof.length);
    assert.equal(await kept(id), true);
  });

  it('knows its own file again when the last answer was lost', async () => {
    fault = { comp: 'blocklist', what: 'answerLost', times: 1 };
    const id = newFileId();
    assert.equal((await put(id)).bytes, proof.length);
    assert.equal(await kept(id), true);
    await assert.rejects(put(id), /already exists/i);
  });

  it('gives up after three tries, leaves nothing, and the file can come again', async () => {
    fault = { comp: 'block', what: 'neverArrives', times: 3 };
    const id = newFileId();
    await assert.rejects(put(id));
    assert.equal(fault.times, 0);
    assert.equal(await kept(id), undefined);
    await put(id);
    assert.equal(await kept(id), true);
  });
});
