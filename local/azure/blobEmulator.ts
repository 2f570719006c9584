import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import configurationModule from 'azurite/dist/src/blob/BlobConfiguration.js';
import serverModule from 'azurite/dist/src/blob/BlobServer.js';
import constants from 'azurite/dist/src/blob/utils/constants.js';

/** A running emulator of Blob Storage: what `connectBlobFileStore` needs. */
export interface BlobEmulator {
  /** With the account as its path, as `http://127.0.0.1:<port>/devstoreaccount1`. */
  readonly endpoint: string;
  /** The well-known key of every emulator: no secret. */
  readonly key: string;
  stop(): Promise<void>;
}

/** Where the emulator keeps its data, and the private key and certificate (PEM) if it is to serve https. */
export interface BlobEmulatorOptions {
  readonly directory: string;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/**
 * Starts azurite's Blob service in this process, on a free port of 127.0.0.1, over the data in `directory`: quiet,
 * without telemetry. With `tls` it serves https and takes bearer tokens, which user delegation needs.
 *
 * What it does not do, so what passes here is no proof for the service: verify the signature of a token, know roles
 * (any token may do anything), slow down (503), or fail over. It derives delegation keys from their own dates.
 * Blocks of a broken upload stay until their blob is made or their container goes (the service drops them after a
 * week). Its index of blobs is saved every 5 s and by `stop`: a killed process loses what came after.
 */
export async function startBlobEmulator({ directory, tls }: BlobEmulatorOptions): Promise<BlobEmulator> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const server = new serverModule.default(configurationOf(directory, tls && writeTls(directory, tls)));
  await server.start();
  const address = new URL(server.getHttpServerAddress());
  return {
    endpoint: `${tls ? 'https' : 'http'}://${address.host}/${constants.EMULATOR_ACCOUNT_NAME}`,
    key: constants.EMULATOR_ACCOUNT_KEY_STR,
    stop: () => server.close(),
  };
}

function configurationOf(
  directory: string,
  tls: { readonly cert: string; readonly key: string } | undefined,
) {
  const content = { locationId: 'Default', locationPath: join(directory, 'content'), maxConcurrency: 8 };
  return new configurationModule.default(
    '127.0.0.1',
    0,
    undefined,
    join(directory, 'blobs.json'),
    join(directory, 'extents.json'),
    [content],
    false, // access log
    undefined,
    false, // debug log
    undefined,
    false, // loose
    true, // skipApiVersionCheck: the client library may be newer than azurite
    tls?.cert,
    tls?.key,
    undefined,
    tls && 'basic',
  );
}

/** azurite reads them from files. */
function writeTls(directory: string, tls: { readonly key: string; readonly cert: string }) {
  const [key, cert] = [join(directory, 'tls-key.pem'), join(directory, 'tls-certificate.pem')];
  writeFileSync(key, tls.key, { mode: 0o600 });
  writeFileSync(cert, tls.cert);
  return { key, cert };
}
