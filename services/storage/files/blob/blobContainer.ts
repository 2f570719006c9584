import {
  BlobServiceClient,
  type ContainerClient,
  newPipeline,
  RestError,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { reach } from '../../reach.ts';
import { openingFault, WrongAccountError } from '../../serviceFault.ts';
import type { FileStore } from '../fileStore.ts';
import { createDelegationKey } from './blobDelegationKey.ts';
import { createBlobFileStore } from './blobFileStore.ts';
import { longestLinkMs } from './blobLink.ts';

/** The type of the credentials of @azure/identity. */
export type Identity = Extract<Parameters<typeof newPipeline>[0], { getToken: unknown }>;

/** Where files are stored, and with which credentials. */
export interface BlobAccount {
  /** `https://<account>.blob.core.windows.net`, or an emulator's `http://127.0.0.1:<port>/devstoreaccount1`. */
  readonly endpoint: string;
  /** Its name: 3 to 63 small letters, digits and hyphens. */
  readonly container: string;
  /** An account key (base64). Without it `identity` is needed. */
  readonly key?: string | undefined;
  /** Needs the roles Storage Blob Data Contributor (container) and Storage Blob Delegator (account). */
  readonly identity?: Identity | undefined;
  readonly now?: () => Date;
}

/** Three attempts with a second between them, because a person is waiting for the answer in the chat. */
const retryOptions = { maxTries: 3, retryDelayInMs: 1_000, maxRetryDelayInMs: 4_000 };
/** How long reaching the account and creating the container may take, in milliseconds. */
const openingMs = 15_000;

/**
 * Connects to Blob Storage and creates the private container if it is missing. Refuses one that is open to the public.
 */
export async function connectBlobFileStore(account: BlobAccount): Promise<FileStore> {
  const { files, prepare } = openBlobFileStore(account);
  await prepare(AbortSignal.timeout(openingMs));
  return files;
}

/**
 * The file store in an account, which is not asked yet. `prepare` creates the container; it may be repeated, and throws
 * a `WrongAccountError` or a `ServiceAwayError`. What cannot be an account at all is a `WrongAccountError` at once.
 */
export function openBlobFileStore(account: BlobAccount) {
  const { container: name, key, identity, now = () => new Date() } = account;
  const endpoint = checkEndpoint(account.endpoint);
  if (!/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new WrongAccountError(
      'container',
      `Not the name of a container: "${name}". 3 to 63 small letters, digits, single hyphens.`,
    );
  const shared = key ? sharedKey(endpoint, key) : undefined;
  const credential = shared ?? identity;
  if (!credential) throw new WrongAccountError('key', 'Blob Storage needs an account key or an identity.');
  const service = new BlobServiceClient(endpoint, newPipeline(credential, { retryOptions }));
  const container = service.getContainerClient(name);
  const signer = shared
    ? { key: shared }
    : { delegated: createDelegationKey({ service, now, longestLinkMs }) };
  return {
    files: createBlobFileStore({ container, signer, now }),
    prepare: (signal: AbortSignal): Promise<void> => prepare(container, signal),
  };
}

/** The address without a slash at its end; refuses one that would send files or keys unencrypted or elsewhere. */
function checkEndpoint(endpoint: string): string {
  const url = URL.parse(endpoint);
  const onLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url?.hostname ?? '');
  const bare = url && !url.username && !url.password && !url.search && !url.hash;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && onLoopback);
  // An emulator has the account in its path; the service has it in its host.
  const path = onLoopback ? /^\/\w+\/?$/ : /^\/$/;
  if (!bare || !secure || !path.test(url.pathname)) {
    throw new WrongAccountError(
      'endpoint',
      'The Blob Storage endpoint must be https://<account>.blob.core.windows.net, nothing more.',
    );
  }
  if (!accountOf(url.href))
    throw new WrongAccountError('endpoint', `No account in the Blob Storage endpoint ${url.origin}.`);
  return url.href.replace(/\/$/, '');
}

const accountOf = (endpoint: string) => new BlobServiceClient(endpoint).accountName;

function sharedKey(endpoint: string, key: string): StorageSharedKeyCredential {
  // The message never contains the key itself.
  if (!/^[A-Za-z0-9+/]{40,}={0,2}$/.test(key))
    throw new WrongAccountError(
      'key',
      'The Blob Storage key is not one of a storage account: too short, or not base64.',
    );
  return new StorageSharedKeyCredential(accountOf(endpoint), key);
}

async function prepare(container: ContainerClient, abortSignal: AbortSignal): Promise<void> {
  try {
    await reach(container.url, abortSignal);
    await ensurePrivate(container, { abortSignal });
  } catch (error) {
    throw faultOf(error, `Blob Storage at ${container.url}`);
  }
}

async function ensurePrivate(container: ContainerClient, inTime: { readonly abortSignal: AbortSignal }) {
  // Checked first, because an identity may be allowed to use the container without being allowed to create one.
  const found = await container.getProperties(inTime).catch((error: unknown) => {
    if (statusOf(error) === 404) return undefined;
    throw error;
  });
  if (found?.blobPublicAccess)
    throw new WrongAccountError(
      'container',
      `The container ${container.containerName} is open to the public; proof files are not`,
    );
  if (!found) await container.createIfNotExists(inTime);
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof RestError ? error.statusCode : undefined;

/** Without an identity on this machine, there is no token. */
const noToken = /^(CredentialUnavailableError|AggregateAuthenticationError|ChainedTokenCredential)/;

function faultOf(error: unknown, service: string) {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  if (noToken.test(name))
    return new WrongAccountError('key', `${service}: there is no managed identity here`);
  // A token never goes over plain http.
  if (/non-TLS/.test(message)) return new WrongAccountError('endpoint', `${service} must be https`);
  return openingFault(error, service, statusOf(error));
}
