import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { TimeMachine } from '../clock/timeMachine.ts';
import { createActivities, installerOf } from './activities.ts';
import { createBotDoor } from './botDoor.ts';
import { createChatStore } from './chatStore.ts';
import { createConnector } from './connector.ts';
import { createConversing } from './conversing.ts';
import { createFileConsent } from './fileConsent.ts';
import { isOwnRequest, pathParts, refused, sendAnswer } from './http.ts';
import { createLiveEvents } from './liveEvents.ts';
import { createPageApi } from './pageApi.ts';
import { createPageFiles } from './pageFiles.ts';
import { type Channel, createRoster, type Person } from './people.ts';
import { createPressing } from './pressing.ts';
import { openDatabase } from './schema.ts';
import { createUploads, type Upload } from './uploads.ts';
import type { PanelView } from './views.ts';

export interface TeamsSettings {
  readonly people: readonly Person[];
  readonly channels?: readonly Channel[];
  /** Further pages of the same origin, each shown as a column, e.g. the customer's mailbox. */
  readonly panels?: readonly PanelView[];
  /** The SQLite file; attached files go to a folder `uploads` beside it. */
  readonly file: string;
  /** E.g. `http://127.0.0.1:3978/api/messages`. */
  readonly botEndpoint: string;
  /** Own address without a slash at the end; the bot gets it as `serviceUrl`. */
  readonly baseUrl: string;
  /** The app id; Teams puts `28:` before it. */
  readonly botId: string;
  readonly botName: string;
  /** The time of chats and of what people send; absent: the real time. */
  readonly now?: () => Date;
  /** Absent: time cannot be moved. */
  readonly timeMachine?: TimeMachine;
  /** Milliseconds after which Teams gives up waiting for the bot's answer; 15 s if absent. */
  readonly botTimeout?: number;
}

const contentSecurityPolicy =
  "default-src 'self'; img-src 'self' data: https:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** A stand-in for Microsoft Teams on one machine: the Bot Connector for the bot, a page for people. */
export type Teams = ReturnType<typeof createTeams>;

export const createTeams = (settings: TeamsSettings) => {
  const { people, channels = [], panels = [], file, botEndpoint, baseUrl, botId, botName } = settings;
  const now = settings.now ?? (() => new Date());
  mkdirSync(dirname(file), { recursive: true });
  const database = openDatabase(file);
  const roster = createRoster(people, channels);
  const store = createChatStore(database, now);
  // Its links are good for minutes of whoever fetches the file.
  const uploads = createUploads({
    database,
    folder: join(dirname(file), 'uploads'),
    now: () => new Date(),
  });
  const live = createLiveEvents();
  const door = createBotDoor({ endpoint: botEndpoint, timeout: settings.botTimeout ?? 15_000 });
  const bot = { id: botId.startsWith('28:') ? botId : `28:${botId}`, name: botName };
  const activities = createActivities({ bot, serviceUrl: baseUrl, now });
  const conversing = createConversing({ activities, door, store, live, uploads, botName, baseUrl });
  const press = createPressing({ activities, door, store, live, conversing });
  const fileConsent = createFileConsent({ activities, door, uploads, baseUrl });
  const connector = createConnector({ roster, store, live, door, serviceUrl: baseUrl });
  const pageApi = createPageApi({
    roster,
    store,
    live,
    uploads,
    conversing,
    press,
    fileConsent,
    botName,
    panels,
    timeMachine: settings.timeMachine,
  });
  const pageFile = createPageFiles();

  const sendUpload = async (response: ServerResponse, upload: Upload | undefined) => {
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

  const sendPageFile = async (request: IncomingMessage, response: ServerResponse, name: string) => {
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

  const answer = async (request: IncomingMessage, response: ServerResponse, parts: readonly string[]) => {
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

  return {
    /** A plain node handler; false for a path that is not its own. Own are `/`, `/local/…` and `/v3/…`. */
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const { pathname } = URL.parse(request.url ?? '/', 'http://localhost') ?? { pathname: '/' };
      // The bot trusts whoever asks here: a foreign page that found its way to this machine must not.
      if (pathname.startsWith('/api/') && !isOwnRequest(request)) {
        sendAnswer(response, refused(403, 'ForeignOrigin', 'Only this machine may ask.'));
        return true;
      }
      if (pathname !== '/' && !/^\/(local|v3)\//.test(pathname)) return false;
      const parts = pathParts(pathname);
      if (!isOwnRequest(request))
        sendAnswer(response, refused(403, 'ForeignOrigin', 'Only this machine may ask.'));
      else if (!parts) sendAnswer(response, refused(400, 'BadPath', 'The path is not readable.'));
      else await answer(request, response, parts).catch((error) => fail(response, error));
      return true;
    },

    /** Tells the bot about every chat that it does not know yet. Call it once the bot listens. */
    async start() {
      for (const person of people) await conversing.install(person, roster.chatOf(person));
      for (const channel of channels) {
        const installer = roster.personOf(installerOf(channel) ?? '');
        if (installer) await conversing.install(installer, { kind: 'channel', chat: channel.id, channel });
      }
    },

    close() {
      live.close();
      database.close();
    },
  };
};

/** A bug or a broken connection: the bot reads it as an outage of Teams. */
const fail = (response: ServerResponse, error: unknown) => {
  if (!response.headersSent) sendAnswer(response, refused(500, 'ServiceError', String(error)));
  else response.destroy();
};
