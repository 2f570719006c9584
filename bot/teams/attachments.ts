import type { ReadableStream } from 'node:stream/web';
import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import type { ReportRefusal } from '../../dialogs/refusedAccess.ts';
import type { SentFile } from '../../services/claims/proof/fetchUpload.ts';
import { peekedBytes, recogniseFile } from '../../services/claims/proof/recogniseFile.ts';
import type { ProofFile } from '../../services/domain/claim.ts';
import { limits } from '../../services/domain/limits.ts';
import type { Person } from '../../services/domain/person.ts';
import { harmlessName } from '../../services/domain/proofNames.ts';
import { proofTypeOf } from '../../services/domain/proofTypes.ts';
import { granted, type Outcome, refused } from '../../services/domain/refusal.ts';
import { type FileStore, FileTooLargeError } from '../../services/storage/files/fileStore.ts';
import { transferring } from '../turnLimit.ts';
import { isAllowed } from './fileHosts.ts';
import { peek, SourceError } from './peek.ts';

/** Teams' announcement of a file in a personal chat; the link is pre-authorised and expires within minutes. */
export const fileContentType = 'application/vnd.microsoft.teams.file.download.info';

const downloadInfo = z.object({
  contentType: z.literal(fileContentType),
  name: z.string().catch(''),
  content: z.object({ downloadUrl: z.url() }),
});

export interface AttachmentDependencies {
  readonly files: FileStore;
  readonly now: () => Date;
  /** Hosts that files may be fetched from and saved to, e.g. `contoso-my.sharepoint.com` by its suffix `.sharepoint.com`. */
  readonly fileHosts: readonly string[];
  /** How long fetching one file may take at most, in milliseconds; a minute by default. Saving one never takes longer. */
  readonly fetchTimeoutMs?: number | undefined;
  readonly reportRefusal: ReportRefusal;
}

const aMinuteMs = 60_000;
/** How long a source may send nothing, in milliseconds; the sender's next message waits for it. */
const stallMs = 10_000;

/** The files attached to a message, ready to be fetched and stored. */
export function filesIn(activity: Activity, by: Person, dependencies: AttachmentDependencies): SentFile[] {
  return (activity.attachments ?? []).flatMap((attachment) => {
    const parsed = downloadInfo.safeParse(attachment);
    if (!parsed.success) return [];
    const name = harmlessName(parsed.data.name);
    const url = new URL(parsed.data.content.downloadUrl);
    return [
      {
        name,
        storeFile: (fileId: string) => transferring(() => storeFile({ name, url, by, fileId }, dependencies)),
      },
    ];
  });
}

interface AnnouncedFile {
  readonly name: string;
  readonly url: URL;
  readonly by: Person;
  readonly fileId: string;
}

async function storeFile(
  file: AnnouncedFile,
  dependencies: AttachmentDependencies,
): Promise<Outcome<ProofFile>> {
  const { fileHosts, fetchTimeoutMs = aMinuteMs, reportRefusal } = dependencies;
  if (!isAllowed(file.url, fileHosts)) {
    reportRefusal('foreignHost');
    return refused('fileUnreachable');
  }
  const enough = new AbortController();
  const watchdog = setTimeout(() => enough.abort(), Math.min(stallMs, fetchTimeoutMs));
  const response = await fetched(
    file.url,
    AbortSignal.any([enough.signal, AbortSignal.timeout(fetchTimeoutMs)]),
  );
  if (!response?.body) {
    clearTimeout(watchdog);
    return refused('fileUnreachable');
  }
  const pieces = watched(response.body as ReadableStream<Uint8Array>, watchdog);
  try {
    if (Number(response.headers.get('content-length')) > limits.proofBytes) return tooLarge;
    return await storeContent(file, pieces, dependencies);
  } catch (error) {
    if (error instanceof SourceError) return refused('fileUnreachable');
    if (error instanceof FileTooLargeError) return tooLarge;
    throw error;
  } finally {
    // A refused file is not read to its end.
    enough.abort();
    clearTimeout(watchdog);
  }
}

/** The pieces of a body; each one restarts the watchdog's timer. */
async function* watched(body: ReadableStream<Uint8Array>, watchdog: NodeJS.Timeout) {
  for await (const piece of body) {
    watchdog.refresh();
    yield piece;
  }
}

const tooLarge = refused('fileTooLarge', { limitMiB: limits.proofBytes / 1024 / 1024 });

/** The link is pre-authorised: no token is sent, and redirects to unchecked hosts are refused. */
async function fetched(url: URL, signal: AbortSignal): Promise<Response | undefined> {
  try {
    const response = await fetch(url, { redirect: 'error', signal });
    if (response.ok) return response;
    await response.body?.cancel();
  } catch {
    // Unreachable, timed out, or leading elsewhere: all the person can do is attach it again.
  }
  return undefined;
}

/** Checks the beginning of the file, and stores it only if it is a kind of proof file (D9). */
async function storeContent(
  { name, by, fileId }: AnnouncedFile,
  pieces: AsyncIterator<Uint8Array>,
  { files, now }: AttachmentDependencies,
): Promise<Outcome<ProofFile>> {
  const { head, cutOff, whole } = await peek(pieces, peekedBytes);
  if (head.length === 0) return refused('fileEmpty');
  const type = proofTypeOf(name, await recogniseFile(head, cutOff));
  if (!type.ok) return type;
  const stored = await files.put(fileId, whole, { limitBytes: limits.proofBytes });
  const addedAt = now().toISOString();
  return granted({ id: fileId, name, contentType: type.value, ...stored, addedAt, addedBy: by });
}
