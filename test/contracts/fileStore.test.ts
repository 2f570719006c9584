import { type BlobEmulator, startBlobEmulator } from '../../local/azure/blobEmulator.ts';
import { blobFiles } from '../support/blobFiles.ts';
import { openDiskFiles } from '../support/diskFiles.ts';
import { fakeIdentity } from '../support/fakeIdentity.ts';
import { temporaryDirectory } from '../support/temporaryDirectory.ts';
import { makeTrustedCertificate } from '../support/trustedCertificate.ts';
import { fileStoreContract } from './fileStoreContract.ts';

fileStoreContract('disk', () => openDiskFiles());

describe('With the Blob Storage emulator', () => {
  const directory = temporaryDirectory();
  let emulator: BlobEmulator;
  before(async () => {
    emulator = await startBlobEmulator({ directory: directory.path });
  });
  after(() => emulator.stop().finally(directory.remove));

  fileStoreContract('Blob Storage with a key', () => blobFiles(emulator)());
});

describe('With the Blob Storage emulator over https', () => {
  const directory = temporaryDirectory();
  let tls: Awaited<ReturnType<typeof makeTrustedCertificate>>;
  let emulator: BlobEmulator;
  before(async () => {
    tls = await makeTrustedCertificate();
    emulator = await startBlobEmulator({ directory: directory.path, tls });
  });
  after(async () => {
    await emulator.stop();
    tls.distrust();
    directory.remove();
  });

  fileStoreContract('Blob Storage with an identity, links signed by user delegation', () =>
    blobFiles({ endpoint: emulator.endpoint, identity: fakeIdentity() })(),
  );
});

const { BLOB_ENDPOINT: endpoint, BLOB_KEY: key } = process.env;
if (endpoint) {
  const { DefaultAzureCredential } = await import('@azure/identity');
  const account = key ? { endpoint, key } : { endpoint, identity: new DefaultAzureCredential() };
  fileStoreContract('the Blob Storage account of BLOB_ENDPOINT', blobFiles(account));
} else {
  console.log('BLOB_ENDPOINT is not set: the file store is not tested on a real Blob Storage account.');
}
