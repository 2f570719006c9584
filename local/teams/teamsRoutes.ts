import type { IncomingMessage, ServerResponse } from 'node:http';
import type { createConnector } from './connector.ts';
import type { FileConsent } from './fileConsent.ts';
import { isOwnRequest, pathParts, refused, sendAnswer } from './http.ts';
import type { LiveEvents } from './liveEvents.ts';
import type { createPageApi } from './pageApi.ts';
import { createSendPageFile, createSendUpload } from './sendFiles.ts';
import type { Uploads } from './uploads.ts';

/** The parts of the stand-in that answer requests. */
export interface TeamsRoutesDeps {
  readonly connector: ReturnType<typeof createConnector>;
  readonly pageApi: ReturnType<typeof createPageApi>;
  readonly fileConsent: FileConsent;
  readonly uploads: Uploads;
  readonly live: LiveEvents;
}

/** A plain node handler; false for a path that is not its own. Own are `/`, `/local/…` and `/v3/…`. */
export const createTeamsRoutes = (deps: TeamsRoutesDeps) => {
  const answer = createAnswer(deps);

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname } = URL.parse(request.url ?? '/', 'http://localhost') ?? { pathname: '/' };
    // The bot trusts everything that arrives here, so pages of other sites must be kept out.
    if (pathname.startsWith('/api/') && !isOwnRequest(request)) {
      sendAnswer(response, foreignOrigin);
      return true;
    }
    if (pathname !== '/' && !/^\/(local|v3)\//.test(pathname)) return false;
    const parts = pathParts(pathname);
    if (!isOwnRequest(request)) sendAnswer(response, foreignOrigin);
    else if (!parts) sendAnswer(response, refused(400, 'BadPath', 'The path is not readable.'));
    else await answer(request, response, parts).catch((error) => fail(response, error));
    return true;
  };
};

const foreignOrigin = refused(403, 'ForeignOrigin', 'Only this machine may ask.');

/** Which part of the stand-in answers a path, given its decoded parts. */
const createAnswer = ({ connector, pageApi, fileConsent, uploads, live }: TeamsRoutesDeps) => {
  const sendUpload = createSendUpload(uploads);
  const sendPageFile = createSendPageFile();

  return async (request: IncomingMessage, response: ServerResponse, parts: readonly string[]) => {
    const [area, kind, ...rest] = parts;
    if (area === 'v3') return sendAnswer(response, await connector(request, parts.slice(1)));
    if (area === undefined) return sendPageFile(request, response, 'page/index.html');
    if (kind === 'download') return sendUpload(response, uploads.findByLink(rest[0] ?? ''));
    if (kind === 'upload') return sendAnswer(response, await fileConsent.receive(request, rest[0] ?? ''));
    if (kind === 'documents') return sendUpload(response, uploads.find(rest[0] ?? ''));
    if (kind === 'uploads') return sendUpload(response, uploads.find(rest[0] ?? ''));
    if (kind === 'api' && rest[0] === 'events') return live.connect(response);
    if (kind === 'api') return sendAnswer(response, await pageApi(request, rest));
    return sendPageFile(request, response, parts.slice(1).join('/'));
  };
};

/** A bug or a broken connection: the bot reads it as an outage of Teams. */
const fail = (response: ServerResponse, error: unknown) => {
  if (!response.headersSent) sendAnswer(response, refused(500, 'ServiceError', String(error)));
  else response.destroy();
};
