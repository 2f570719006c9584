import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import type { IncomingFile } from '../dialogs/turn.ts';
import { limits, type Person, type ProofFile } from '../services/claims/claim.ts';
import { contentTypeOf } from '../services/claims/proofTypes.ts';
import { granted, type Outcome, refused } from '../services/refusal.ts';
import {
  type FileStore,
  FileTooLargeError,
  newFileId,
  type StoredFile,
} from '../services/storage/fileStore.ts';

/** Teams' announcement of a file in a personal chat; the link is pre-authorised and dies in minutes. */
export const fileContentType = 'application/vnd.microsoft.teams.file.download.info';

const downloadInfo = z.object({
  contentType: z.literal(fileContentType),
  name: z.string().min(1).max(400),
  content: z.object({ downloadUrl: z.url() }),
});

export interface AttachmentDependencies {
  readonly files: FileStore;
  readonly now: () => Date;
  /** Hosts that files may be fetched from, e.g. `contoso-my.sharepoint.com` by its suffix `.sharepoint.com`. */
  readonly fileHosts: readonly string[];
}

const fetchTimeoutMs = 60_000;

/** The files attached to a message, ready to be fetched and kept. */
export function filesIn(
  activity: Activity,
  by: Person,
  dependencies: AttachmentDependencies,
): IncomingFile[] {
  return (activity.attachments ?? []).flatMap((attachment) => {
    const parsed = downloadInfo.safeParse(attachment);
    if (!parsed.success) return [];
    const { name, content } = parsed.data;
    return [{ name, keep: () => keep({ name, url: new URL(content.downloadUrl), by }, dependencies) }];
  });
}

interface Announced {
  readonly name: string;
  readonly url: URL;
  readonly by: Person;
}

async function keep(
  file: Announced,
  { files, now, fileHosts }: AttachmentDependencies,
): Promise<Outcome<ProofFile>> {
  const contentType = contentTypeOf(file.name);
  if (!contentType) return refused('fileTypeUnknown');
  if (!isAllowed(file.url, fileHosts)) return refused('fileUnreachable');
  const id = newFileId();
  const stored = await fetchInto(files, id, file.url);
  if (!stored.ok) return stored;
  const { bytes, sha256 } = stored.value;
  if (bytes === 0) {
    await files.delete(id);
    return refused('fileEmpty');
  }
  return granted({
    id,
    name: file.name,
    contentType,
    bytes,
    sha256,
    addedAt: now().toISOString(),
    addedBy: file.by,
  });
}

async function fetchInto(files: FileStore, id: string, url: URL): Promise<Outcome<StoredFile>> {
  try {
    // The link is pre-authorised: no token goes along, and no redirect leads to a host that was not checked.
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(fetchTimeoutMs) });
    if (!response.ok || !response.body) return refused('fileUnreachable');
    // Read piece by piece as it is asked for: a stream that fails before anybody listens would end the process.
    const content = Readable.from(response.body as ReadableStream<Uint8Array>);
    return granted(await files.put(id, content, { limitBytes: limits.proofBytes }));
  } catch (error) {
    if (error instanceof FileTooLargeError) {
      return refused('fileTooLarge', { limitMiB: limits.proofBytes / 1024 / 1024 });
    }
    return refused('fileUnreachable');
  }
}

/** HTTPS from an allowed host, by full name or by a suffix that starts with a dot; loopback only if named with its port. */
function isAllowed(url: URL, hosts: readonly string[]): boolean {
  if (url.protocol === 'http:')
    return hosts.includes(url.host) && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:') return false;
  return hosts.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host));
}
