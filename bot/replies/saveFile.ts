import { isAllowed } from '../teams/fileHosts.ts';

export interface SavingDependencies {
  /** Hosts that files may be saved to: those that they may be fetched from. */
  readonly fileHosts: readonly string[];
  /** How long saving one file may take, in milliseconds; eight seconds by default and at most. */
  readonly fetchTimeoutMs?: number | undefined;
}

/** Teams waits for the answer to a press for about fifteen seconds. */
const longestMs = 8000;

/** Why a file was not saved, for the operators of the bot. */
export type NotSaved = 'foreign host' | 'unreachable' | `HTTP ${number}`;

/** Sends the file to the upload session that Teams has opened in the person's OneDrive; undefined if it was saved. */
export async function saveFile(
  uploadUrl: string,
  bytes: Buffer<ArrayBuffer>,
  { fileHosts, fetchTimeoutMs = longestMs }: SavingDependencies,
): Promise<NotSaved | undefined> {
  const url = new URL(uploadUrl);
  if (!isAllowed(url, fileHosts)) return 'foreign host';
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      },
      body: bytes,
      // The address is pre-authorised: no token is sent, and redirects to unchecked hosts are refused.
      redirect: 'error',
      signal: AbortSignal.timeout(Math.min(fetchTimeoutMs, longestMs)),
    });
    await response.body?.cancel();
    // 202 is a failure: the session waits for more bytes, although this was the whole file.
    return [200, 201].includes(response.status) ? undefined : `HTTP ${response.status}`;
  } catch {
    return 'unreachable';
  }
}
