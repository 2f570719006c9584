import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';
import { createBot } from '../../bot/createBot.ts';
import type { CallLimits } from '../../bot/teams/callLimits.ts';
import { createServer, listen, type PlainHandler } from '../../bot/teams/server.ts';
import { reviewersChannel } from '../../local/demo/demoPeople.ts';
import { loadDemo } from '../../local/demo/loadDemo.ts';
import { createActivities } from '../../local/teams/activities.ts';
import { type Channel, createRoster, type Person } from '../../local/teams/people.ts';
import { createTeams } from '../../local/teams/teams.ts';
import { createCalendar } from '../../services/calendar/calendar.ts';
import { createClaims } from '../../services/claims/claims.ts';
import { createSweepUpload } from '../../services/claims/proof/sweepUploads.ts';
import { createDirectory } from '../../services/directory/directoryService.ts';
import { createImportedTenantLookup } from '../../services/directory/tenantLookup/importedTenantLookup.ts';
import type { TenantLookup } from '../../services/directory/tenantLookup/tenantLookup.ts';
import { defaultQuotas, type Quotas } from '../../services/domain/quotas.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../services/storage/documents/sqlite/sqliteStore.ts';
import { createDiskFileStore } from '../../services/storage/files/disk/diskFileStore.ts';
import { createSignedFileHandler } from '../../services/storage/files/signedFileHandler.ts';
import { type Client, chatPerson } from './chatPerson.ts';
import { sweepDrafts, sweepUploads } from './dueWork.ts';
import { demoWithMoreWorkloads } from './freeLines.ts';
import { freePort } from './localProcess.ts';
import { saveDirectory } from './saveDirectory.ts';
import { searchedLog } from './searchedLog.ts';
import { temporaryDirectory } from './temporaryDirectory.ts';
import { whatIsStored } from './whatIsStored.ts';

const stranger: Person = {
  id: 'stranger',
  name: 'Sam Stranger',
  tenantId: '99999999-9999-4999-8999-999999999999',
  objectId: '99999999-0000-4000-8000-000000000001',
  role: 'in no directory',
};

/** Everybody of the demo directory by first name, a stranger, and Rita last: she has the reviewers' channel. */
function everybody(): Person[] {
  const known = loadDemo().people.map(({ name, tenantId, objectId, email }) => ({
    id: (name.split(' ')[0] ?? name).toLowerCase(),
    name,
    tenantId,
    objectId,
    email,
    role: '',
  }));
  return [stranger, ...known.filter(({ id }) => id !== 'rita'), ...known.filter(({ id }) => id === 'rita')];
}

const secretsOf = ({ name, email, objectId }: Person): string[] => [
  name,
  objectId,
  ...(email ? [email] : []),
];

function namesOfCompanies(): string[] {
  const { partners, customers } = loadDemo();
  return [...partners, ...customers].map(({ name }) => name);
}

const testQuotas: Quotas = {
  ...defaultQuotas,
  inputsOfPerson: 1_000_000,
  inputsOfCompany: 1_000_000,
  draftsOfPerson: 200,
  waitingFilesOfPerson: 100,
};

/** A call of the bot to Teams. */
export interface Call {
  readonly method: string;
  readonly path: string;
}

/** What Teams answers instead of what it would. */
export interface Fault {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** It takes the request and never answers. */
  readonly hangs?: true;
}

/** The bot on one machine as `startLocal` wires it, within this process and with everybody, or some people, at the page. */
export async function startBotWithTeams(
  settings: {
    /** Who has the bot; absent: everybody. Each of them is welcomed at the start, which takes its time. */
    readonly people?: readonly string[];
    readonly fileHosts?: readonly string[];
    readonly fetchTimeoutMs?: number;
    /** Absent: the demo directory says which tenant a domain belongs to. */
    readonly tenantLookup?: TenantLookup;
    /** What time it is for the bot; absent: the real time. */
    readonly now?: () => Date;
    /** Further channels in whose teams the first member installs the bot, one after another. */
    readonly channels?: readonly Channel[];
    /** D16: the reviewers' channel, by setting. */
    readonly reviewersChannelId?: string;
    readonly quotas?: Quotas;
    readonly callLimits?: CallLimits;
    /** The store as the bot sees it, for outages. */
    readonly wrap?: (store: DocumentStore) => DocumentStore;
  } = {},
) {
  const data = temporaryDirectory();
  const port = await freePort();
  const loopback = `127.0.0.1:${port}`;
  const baseUrl = `http://${loopback}`;
  const now = settings.now ?? (() => new Date());
  const sqlite = createSqliteStore({ file: ':memory:', indexes, now });
  const tenantLookup = settings.tenantLookup ?? createImportedTenantLookup(sqlite);
  const store = settings.wrap?.(sqlite) ?? sqlite;
  const links = { signingKey: 'k'.repeat(32), baseUrl: `${baseUrl}/files` };
  const files = createDiskFileStore({ directory: join(data.path, 'files'), ...links });
  await saveDirectory(sqlite, demoWithMoreWorkloads());
  const people = everybody().filter(({ id }) => settings.people?.includes(id) ?? true);
  const log = searchedLog([...people.flatMap(secretsOf), ...namesOfCompanies(), links.signingKey]);
  const { logger } = log;
  const registration = { appId: '', appPassword: '', appTenantId: '' };
  const bot = createBot({
    ...registration,
    store,
    files,
    tenantLookup,
    now,
    fileHosts: [loopback, ...(settings.fileHosts ?? [])],
    ...(settings.callLimits ? { callLimits: settings.callLimits } : {}),
    // Tests are faster than people.
    quotas: settings.quotas ?? testQuotas,
    ...(settings.reviewersChannelId ? { reviewersChannelId: settings.reviewersChannelId } : {}),
    ...(settings.fetchTimeoutMs ? { fetchTimeoutMs: settings.fetchTimeoutMs } : {}),
    logger,
    pollMs: 200,
  });
  // Rita is the only reviewer whom Teams sees in the channel.
  const channels = [
    ...reviewersChannel(
      loadDemo(),
      people.filter(({ id }) => id === 'rita'),
    ),
    ...(settings.channels ?? []),
  ];
  const account = { id: '28:00000000-0000-0000-0000-000000000000', name: 'CPOR Claims' };
  const teams = createTeams({
    people,
    channels,
    file: join(data.path, 'teams.sqlite'),
    botEndpoint: `${baseUrl}/api/messages`,
    baseUrl,
    botId: account.id,
    botName: account.name,
  });
  const wire: { calls: Call[]; fault: (call: Call) => Fault | undefined } = {
    calls: [],
    fault: () => undefined,
  };
  const faults: PlainHandler = async (request, response) => {
    if (!request.url?.startsWith('/v3/')) return false;
    const call = { method: request.method ?? '', path: decodeURIComponent(request.url) };
    wire.calls.push(call);
    const fault = wire.fault(call);
    if (!fault) return false;
    request.resume();
    if (fault.hangs) {
      await new Promise((resolve) => response.on('close', resolve));
      return true;
    }
    response.statusCode = fault.status;
    for (const [name, value] of Object.entries(fault.headers ?? {})) response.setHeader(name, value);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ error: { code: 'Fault', message: 'A fault of the test.' } }));
    return true;
  };
  const plain = [faults, createSignedFileHandler({ files, ...links }), teams.handle];
  const run = async (context: TurnContext) => {
    log.note(context.activity);
    await bot.run(context);
  };
  const server = createServer({ ...bot, run, plain, logger });
  await listen(server, port, '127.0.0.1');
  bot.background.start();
  await teams.start();

  return {
    baseUrl,
    /** The bot's calls to Teams so far, and what goes wrong with the next ones. */
    wire,
    /** All log lines so far. */
    logged: log.entries,
    store: sqlite,
    channel: channels[0]?.id ?? '',
    filesFolder: join(data.path, 'files'),
    files,
    stored: whatIsStored(sqlite),
    /** Deletes what is on no claim, as the bot does every hour, at this moment. */
    sweep: (at: Date) =>
      sweepUploads(
        { store: sqlite, now: () => at },
        { sweepOne: createSweepUpload({ store: sqlite, files }) },
      ),
    /** What runs beside the turns. */
    background: bot.background,
    /** Does what is due on drafts, as the bot does every minute. */
    sweepDrafts: () =>
      sweepDrafts(
        { store: sqlite, now },
        createClaims({
          store: sqlite,
          directory: createDirectory(sqlite, { now }),
          tenantLookup,
          calendar: createCalendar(),
          now,
          committed: () => undefined,
        }),
      ),
    roster: createRoster(people, channels),
    /** Writes activities as Teams would. */
    activities: createActivities({ bot: account, serviceUrl: baseUrl, now: () => new Date() }),
    person: (id: string, client?: Client) => chatPerson(baseUrl, id, client),
    /** Hands something to the bot's door past Teams. */
    async post(body: unknown, headers: Readonly<Record<string, string>> = {}) {
      const response = await fetch(`${baseUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, body: await response.text() };
    },
    async stop(): Promise<void> {
      await bot.background.stop();
      teams.close();
      server.closeAllConnections?.();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await sqlite.close();
      data.remove();
      log.search();
    },
  };
}

export type BotWithTeams = Awaited<ReturnType<typeof startBotWithTeams>>;
