import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { contentDisposition } from './contentDisposition.ts';
import type { FileStore } from './fileStore.ts';
import { checkSigningKey, type LinkClaims, readLink } from './signedLink.ts';

/** What the handler needs: the store, and the key and address its links were made with. */
export interface SignedFileHandlerOptions {
  readonly files: Pick<FileStore, 'open'>;
  readonly signingKey: string | Buffer;
  readonly baseUrl: string;
  readonly now?: () => Date;
}

/** Answers a request for a file link; false when the path is no file link, and nothing was answered. */
export type SignedFileHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Opens the files of the disk store's links: 403 for a changed link, 410 for an expired one, 404 for a deleted file.
 */
export function createSignedFileHandler(options: SignedFileHandlerOptions): SignedFileHandler {
  const { files, signingKey, baseUrl, now = () => new Date() } = options;
  checkSigningKey(signingKey);
  const ownPath = `${new URL(baseUrl).pathname.replace(/\/$/, '')}/`;

  return async (request, response) => {
    const url = URL.parse(request.url ?? '', 'http://localhost');
    if (!url?.pathname.startsWith(ownPath)) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return say(response, 405, 'A file can only be opened.');
    const claims = readLink(url.pathname.slice(ownPath.length), url.searchParams, signingKey);
    if (!claims) return say(response, 403, 'This link is not valid.');
    if (Date.parse(claims.expiresAt) <= now().getTime()) {
      return say(response, 410, 'This link has expired. Open the file again from its claim.');
    }
    const content = await files.open(claims.id);
    if (!content) return say(response, 404, 'This file is no longer there.');
    response.writeHead(200, headersOf(claims));
    if (request.method === 'HEAD') {
      content.destroy();
      response.end();
      return true;
    }
    await pipeline(content, response).catch(ignoreClosedByReader);
    return true;
  };
}

const fixedHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

function headersOf({ name, contentType }: LinkClaims) {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream';
  // Chrome and Edge do not show a PDF in a sandbox; their viewer keeps it apart from this origin itself.
  const policy = type === 'application/pdf' ? "script-src 'none'" : "sandbox; default-src 'none'";
  return {
    ...fixedHeaders,
    'Content-Type': type,
    'Content-Disposition': contentDisposition(name, type),
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  };
}

function say(response: ServerResponse, status: number, sentence: string): true {
  response.writeHead(status, { ...fixedHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
  return true;
}

function ignoreClosedByReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET') throw error;
}
