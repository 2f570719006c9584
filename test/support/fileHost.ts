import { EventEmitter, once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { aPdf } from './aPdf.ts';
import { listenOnLoopback } from './listenOnLoopback.ts';

const mib = 1024 * 1024;
const start = aPdf('Signed').subarray(0, 40);

/** How a file's link can fail. */
const faults: Readonly<Record<string, (response: ServerResponse) => void>> = {
  gone: (response) => answer(response, 404),
  forbidden: (response) => answer(response, 403),
  broken: (response) => answer(response, 500),
  moved: (response) => {
    response.setHeader('location', '/good');
    answer(response, 302);
  },
  cut: (response) => {
    response.setHeader('content-length', '1000');
    response.write(start);
    setImmediate(() => response.destroy());
  },
  // After the part that is looked at, so that storing has begun.
  cutLate: (response) => {
    response.setHeader('content-length', `${mib}`);
    response.write(Buffer.concat([start, Buffer.alloc(mib / 2)]), () => response.destroy());
  },
  stalled: (response) => {
    response.write(start);
  },
  stalledLate: (response) => {
    response.write(Buffer.concat([start, Buffer.alloc(mib / 2)]));
  },
  silent: () => undefined,
  huge: (response) => {
    response.write(start);
    pour(response, 26);
  },
  hugeAsItSays: (response) => {
    response.setHeader('content-length', `${26 * mib}`);
    response.write(start);
  },
  endless: (response) => pour(response, Number.POSITIVE_INFINITY),
  empty: (response) => answer(response, 200),
};

function answer(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

/** Writes megabytes as fast as they are taken. */
function pour(response: ServerResponse, megabytes: number): void {
  if (megabytes === 0 || response.destroyed) return void response.end();
  response.write(Buffer.alloc(mib), () => pour(response, megabytes - 1));
}

/** Where the links of files in a chat lead: to contents, and to everything that can go wrong. */
export async function startFileHost() {
  const contents = new Map<string, Buffer>();
  const fetched: string[] = [];
  const closed = new EventEmitter();
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    fetched.push(path);
    response.once('close', () => closed.emit(path));
    const fault = faults[path];
    if (fault) return fault(response);
    response.end(contents.get(path) ?? aPdf(path));
  });
  const url = await listenOnLoopback(server);
  return {
    url,
    host: new URL(url).host,
    /** What was asked for, in order. */
    fetched,
    /** Settles when the next answer at this path has been closed, by whichever side. */
    untilClosed: (path: string) => once(closed, path),
    /** The address of a PDF; another text is another content. */
    pdf: (line: string) => `${url}/${encodeURIComponent(line)}`,
    /** The address of this content. */
    serve(content: Buffer): string {
      const path = `content-${contents.size}`;
      contents.set(path, content);
      return `${url}/${path}`;
    },
    fault: (name: string) => `${url}/${name}`,
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type FileHost = Awaited<ReturnType<typeof startFileHost>>;
