import { createServer, type ServerResponse } from 'node:http';
import { listenOnLoopback } from './listenOnLoopback.ts';

/** A file as it was sent to an upload session. */
export interface Sent {
  readonly path: string;
  readonly method: string;
  readonly range: string;
  readonly authorization: string | undefined;
  readonly bytes: Buffer;
}

const faults: Readonly<Record<string, (response: ServerResponse) => void>> = {
  broken: (response) => end(response, 500),
  waiting: (response) => end(response, 202),
  moved: (response) => {
    response.setHeader('location', '/elsewhere');
    end(response, 307);
  },
  silent: () => undefined,
};

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

/** Where Teams' upload sessions are: somebody's OneDrive, and all that can go wrong there. Keeps what it was sent. */
export async function startUploadHost() {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const bytes = Buffer.concat(await request.toArray());
    const { method = '', headers } = request;
    const path = (request.url ?? '').slice(1);
    const { authorization } = headers;
    sent.push({ path, method, range: String(headers['content-range']), authorization, bytes });
    const fault = faults[path];
    if (fault) fault(response);
    else end(response, 201);
  });
  const url = await listenOnLoopback(server);
  return {
    url,
    host: new URL(url).host,
    sent,
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type UploadHost = Awaited<ReturnType<typeof startUploadHost>>;
