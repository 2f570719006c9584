import assert from 'node:assert/strict';
import { type BlobEmulator, startBlobEmulator } from '../../../../../local/azure/blobEmulator.ts';
import { connectBlobFileStore } from '../../../../../services/storage/files/blob/blobContainer.ts';
import { newFileId } from '../../../../../services/storage/files/fileStore.ts';
import { containerOf } from '../../../../support/blobFiles.ts';
import { fakeIdentity } from '../../../../support/fakeIdentity.ts';
import { temporaryDirectory } from '../../../../support/temporaryDirectory.ts';

const directory = temporaryDirectory();
let emulator: BlobEmulator;
const connect = (how: Partial<Parameters<typeof connectBlobFileStore>[0]> = {}) =>
  connectBlobFileStore({ endpoint: emulator.endpoint, key: emulator.key, container: 'proofs', ...how });

describe('When Blob Storage is connected', () => {
  before(async () => {
    emulator = await startBlobEmulator({ directory: directory.path });
  });
  after(() => emulator.stop().finally(directory.remove));

  it('makes a private container, and uses it the next time', async () => {
    await connect();
    await connect();
    assert.equal((await containerOf(emulator, 'proofs').getProperties()).blobPublicAccess, undefined);
  });

  it('refuses a container that is open to the public', async () => {
    await containerOf(emulator, 'open').create({ access: 'blob' });
    await assert.rejects(connect({ container: 'open' }), /open is open to the public/);
  });

  it('refuses an endpoint over which files would go in the clear or elsewhere', async () => {
    for (const endpoint of [
      '',
      'proofs',
      'http://account.blob.core.windows.net',
      'ftp://account.blob.core.windows.net',
      'https://user:password@account.blob.core.windows.net',
      'https://account.blob.core.windows.net/?sv=2026&sig=abc',
      'https://account.blob.core.windows.net/#x',
      'https://account.blob.core.windows.net/proofs',
      'https://files.example',
      'http://127.0.0.1.example/devstoreaccount1',
      `${new URL(emulator.endpoint).origin}/`,
      'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b',
    ]) {
      await assert.rejects(connect({ endpoint }), /endpoint/, endpoint);
    }
  });

  it('refuses an impossible container name', async () => {
    for (const container of ['', 'ab', 'Proofs', 'a--b', '-ab', 'ab-', 'a/b', '$logs', 'a'.repeat(64)]) {
      await assert.rejects(connect({ container }), /name of a container/, container);
    }
  });

  it('needs a key or an identity, and never says the key', async () => {
    await assert.rejects(connect({ key: undefined }), /key or an identity/);
    await assert.rejects(connect({ key: 'pass word' }), (error: Error) => !/pass word/.test(String(error)));
    const wrong = Buffer.from('another key of the same length as a real one').toString('base64');
    await assert.rejects(connect({ key: wrong }), /Blob Storage at \S+\/proofs answers 403/);
  });

  it('sends no token over plain http', async () => {
    const identity = fakeIdentity();
    await assert.rejects(connect({ key: undefined, identity }), /must be https/);
  });

  it('signs no link for longer than an hour', async () => {
    const files = await connect({ now: () => new Date('2026-11-02T08:00:00Z') });
    const link = (expiresAt: string) =>
      files.link(newFileId(), { name: 'a.pdf', contentType: 'application/pdf', expiresAt });
    await link('2026-11-02T09:00:00Z');
    await assert.rejects(link('2026-11-02T09:00:01Z'), /an hour at most/);
    await assert.rejects(link('tomorrow'), /RangeError|Invalid/);
  });
});
