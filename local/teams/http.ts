import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a route answers: a status and JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** A refusal in the form that Teams uses. */
export const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

export const sendAnswer = (response: ServerResponse, { status, body }: Answer) => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(body === undefined ? '' : JSON.stringify(body));
};

/** The parsed JSON, or why there is none. An empty body counts as `{}`. */
export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'tooBig' | 'broken' };

/** Always reads to the end, so that the answer arrives; discards everything beyond `limit` bytes. */
export const readJson = async (request: IncomingMessage, limit: number): Promise<JsonBody> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) return { ok: false, why: 'tooBig' };
  try {
    return { ok: true, value: size === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false, why: 'broken' };
  }
};

/** The decoded parts of a path, or undefined for a broken escape. */
export const pathParts = (pathname: string): string[] | undefined => {
  try {
    return pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

/** A parameter of the query, e.g. `?name=…`. */
export const queryParameter = ({ url = '' }: IncomingMessage, name: string): string | undefined =>
  URL.parse(url, 'http://localhost')?.searchParams.get(name) ?? undefined;

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a request comes from this machine's own page or bot. A foreign Host is DNS rebinding; a foreign Origin,
 * also of another port, is another site in the same browser.
 */
export const isOwnRequest = ({ headers }: IncomingMessage): boolean => {
  const host = headers.host ?? '';
  if (!loopback.test(host)) return false;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  return headers.origin === undefined || headers.origin === `http://${host}`;
};
