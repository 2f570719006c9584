import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { refused, sendAnswer } from './http.ts';
import { createPageFiles } from './pageFiles.ts';
import type { Upload, Uploads } from './uploads.ts';

const contentSecurityPolicy =
  "default-src 'self'; img-src 'self' data: https:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Sends a person's file, always as a download; 404 if it does not exist. */
export const createSendUpload =
  (uploads: Uploads) =>
  async (response: ServerResponse, upload: Upload | undefined): Promise<void> => {
    if (!upload)
      return sendAnswer(response, refused(404, 'itemNotFound', 'The link has expired or never was.'));
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': upload.size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(upload.name)}`,
      'x-content-type-options': 'nosniff',
    });
    await pipeline(uploads.open(upload.uploadId), response);
  };

/** Sends one of the page's own files, `page/…` or `vendor/…`; 304 if the browser has it already. */
export const createSendPageFile = () => {
  const pageFile = createPageFiles();
  return async (request: IncomingMessage, response: ServerResponse, name: string): Promise<void> => {
    const found = request.method === 'GET' ? await pageFile(name) : undefined;
    if (!found) return sendAnswer(response, refused(404, 'NotFound', 'No such page.'));
    const unchanged = request.headers['if-none-match'] === found.etag;
    response.writeHead(unchanged ? 304 : 200, {
      'content-type': found.type,
      'cache-control': 'no-cache',
      etag: found.etag,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    });
    response.end(unchanged ? undefined : found.body);
  };
};
