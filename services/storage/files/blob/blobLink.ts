import {
  BlobSASPermissions,
  type BlobSASSignatureValues,
  type BlockBlobClient,
  generateBlobSASQueryParameters,
  SASProtocol,
  type StorageSharedKeyCredential,
  type UserDelegationKey,
} from '@azure/storage-blob';
import { contentDisposition } from '../contentDisposition.ts';
import type { FileStore } from '../fileStore.ts';

/** The longest time that a link may work, in milliseconds: an hour. */
export const longestLinkMs = 60 * 60_000;

/** The key that signs links: the account's key, or a key delegated to a managed identity. */
export type LinkSigner =
  | { readonly key: StorageSharedKeyCredential }
  | { readonly delegated: () => Promise<UserDelegationKey> };

/** A link that reads one blob until `expiresAt` and can do nothing else; its response headers are signed into it. */
export async function signBlobLink(
  blob: BlockBlobClient,
  { name, contentType, expiresAt }: Parameters<FileStore['link']>[1],
  signer: LinkSigner,
): Promise<string> {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream';
  const values: BlobSASSignatureValues = {
    containerName: blob.containerName,
    blobName: blob.name,
    permissions: BlobSASPermissions.from({ read: true }),
    // Plain http is only ever an emulator on this machine.
    protocol: blob.url.startsWith('https:') ? SASProtocol.Https : SASProtocol.HttpsAndHttp,
    expiresOn: new Date(expiresAt),
    contentType: type,
    contentDisposition: contentDisposition(name, type),
    cacheControl: 'private, no-store',
  };
  // No start time: a clock that is ahead of the service's would make a link that does not work yet.
  const signed =
    'key' in signer
      ? generateBlobSASQueryParameters(values, signer.key)
      : generateBlobSASQueryParameters(values, await signer.delegated(), blob.accountName);
  return `${blob.url}?${escapeForMarkdown(String(signed))}`;
}

/** Cards and messages put the link into Markdown, where a bracket of the file's name would end it. */
const escapeForMarkdown = (query: string) =>
  query.replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
