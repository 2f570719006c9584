import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createBot } from '../../bot/createBot.ts';
import { createLogger } from '../../bot/logger.ts';
import { createServer, listen, type PlainHandler } from '../../bot/teams/server.ts';
import { createProgramClock } from '../../local/clock/programClock.ts';
import { loadDemo } from '../../local/demo/loadDemo.ts';
import { slotWritesFor } from '../../services/claims/endSubscription.ts';
import { saveDirectory } from '../../services/directory/import/saveDirectory.ts';
import { createImportedTenantLookup } from '../../services/directory/tenantLookup/importedTenantLookup.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../services/storage/documents/sqlite/sqliteStore.ts';
import { createDiskFileStore } from '../../services/storage/files/disk/diskFileStore.ts';
import type { RecordedActivity } from './readActivity.ts';

/** One call of the bot to the Bot Connector. */
export interface SentByBot {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Replayed {
  /** The HTTP status with which the bot took the activity. */
  readonly status: number;
  /** The body: a press's answer, or why the activity was refused. */
  readonly answer: unknown;
  readonly sent: readonly SentByBot[];
}

/**
 * Sends one activity through the whole bot, in this process and over loopback. Nothing is sent to Teams or to a page:
 * every `serviceUrl` leads here. Without a folder, the data are the demo directory; a folder is copied, not changed.
 */
export async function runActivity(
  activity: RecordedActivity,
  { folder }: { readonly folder?: string } = {},
): Promise<Replayed> {
  const temporary = mkdtempSync(join(tmpdir(), 'cpor-replay-'));
  let address = '';
  const file = join(temporary, 'claims.sqlite');
  if (folder) copyClaims(join(folder, 'claims.sqlite'), file);
  // If the program's time was ahead, its claims are dated ahead too.
  const { now } = createProgramClock({ file: join(folder ?? temporary, 'clock.json') });
  const store = reachedAt(createSqliteStore({ file, indexes, now }), () => address);
  const files = createDiskFileStore({
    directory: join(temporary, 'files'),
    signingKey: 'links of a replay lead nowhere, so this is no secret',
    baseUrl: 'http://localhost/files',
  });
  if (!folder)
    await saveDirectory({ store, at: now().toISOString(), writesOfState: slotWritesFor }, loadDemo());
  const logger = createLogger('warn');
  const bot = createBot({
    ...{ appId: '', appPassword: '', appTenantId: '' },
    store,
    files,
    tenantLookup: createImportedTenantLookup(store),
    fileHosts: [],
    logger,
    now,
  });
  const sent: SentByBot[] = [];
  const server = createServer({ ...bot, plain: [farEnd(sent)], logger });
  address = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  try {
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, serviceUrl: address }),
    });
    const answer = jsonOr(await response.text());
    // Alerts caused by the activity, e.g. to somebody whose chat is known, are already being sent by then.
    await bot.background.stop();
    return { status: response.status, answer, sent };
  } finally {
    server.close();
    await store.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

function copyClaims(from: string, to: string): void {
  if (!existsSync(from)) throw new Error(`There are no claims in ${dirname(from)}.`);
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}

/** Redirects everybody whose chat is known to that address. */
function reachedAt(store: DocumentStore, address: () => string): DocumentStore {
  return {
    ...store,
    async read<T>(pk: string, id: string) {
      const found = await store.read<T>(pk, id);
      return found?.type === 'address' ? { ...found, body: redirected(found.body, address()) } : found;
    },
  };
}

/** What is recorded of somebody, with their chat at another address. */
function redirected<T>(body: T, serviceUrl: string): T {
  if (typeof body !== 'object' || body === null || !('address' in body)) return body;
  const { address } = body;
  return address instanceof Object ? { ...body, address: { ...address, serviceUrl } } : body;
}

/** Accepts and records everything that the bot sends to Teams. */
function farEnd(sent: SentByBot[]): PlainHandler {
  return async (request, response) => {
    const path = request.url ?? '';
    if (!path.startsWith('/v3/')) return false;
    const body = jsonOr(await textOf(request));
    sent.push({ method: request.method ?? '', path: decodeURIComponent(path), body });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: idOf(path, body, sent.length) }));
    return true;
  };
}

/** The ID of a new message; of a new thread, the channel's with its first message, as Teams writes it. */
function idOf(path: string, body: unknown, count: number): string {
  const { channelData } = (body ?? {}) as { channelData?: { channel?: { id?: string } } };
  const channel = path === '/v3/conversations' ? channelData?.channel?.id : undefined;
  return channel ? `${channel};messageid=${count}` : String(count);
}

const textOf = async (request: IncomingMessage): Promise<string> =>
  Buffer.concat(await request.toArray()).toString('utf8');

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
