import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createBot } from '../bot/createBot.ts';
import { createLogger } from '../bot/logger.ts';
import { turnsMs } from '../bot/stopServing.ts';
import { createServer, listen, type ServingState } from '../bot/teams/server.ts';
import { createCalendar, defaultCalendarSettings } from '../services/calendar/calendar.ts';
import { createImportedTenantLookup } from '../services/directory/tenantLookup/importedTenantLookup.ts';
import { defaultQuotas } from '../services/domain/quotas.ts';
import { whatResetLeft, whyNotThere } from './azure/whatIsUsed.ts';
import { createProgramClock, type ProgramClock } from './clock/programClock.ts';
import { createTimeMachine } from './clock/timeMachine.ts';
import { dataFolder, forgetEarlierStarts } from './dataFolder.ts';
import { demoPeople, reviewersChannel } from './demo/demoPeople.ts';
import { importDemo, replacesOthers } from './demo/importDemo.ts';
import { loadDemo } from './demo/loadDemo.ts';
import type { LocalStores } from './localStores.ts';
import { isFree } from './ports.ts';
import type { LocalSettings } from './settings.ts';
import { openStores } from './stores.ts';
import { createTeams } from './teams/teams.ts';
import { watchRequests } from './watchRequests.ts';

const botName = 'CPOR Claims';
const botId = '00000000-0000-0000-0000-000000000000';

/** How a start is asked for. */
export type LocalStart = LocalSettings & { readonly dataRoot: string; readonly logLevel: string };

/** Everything on one machine: the bot on its stores, and the stand-in for Teams with its page. */
export async function startLocal(settings: LocalStart) {
  const { port, reset, azure } = settings;
  const directory = loadDemo();
  const people = demoPeople(directory, settings.people);
  // Checked before anything is opened or deleted: another run on this port may own the data.
  if (!(await isFree(port))) {
    throw new Error(
      `Port ${port} is taken, perhaps by another “npm run local”. Stop that one, or choose another: npm run local -- --port ${port + 1}`,
    );
  }
  forgetEarlierStarts(settings);
  const address = `http://localhost:${port}`;
  const folder = dataFolder(settings);
  const clock = createProgramClock({ file: join(folder, 'clock.json') });
  const stores = await openStores({ azure, folder, address, now: clock.now });
  try {
    // Other people may be working with this account.
    if (azure?.cosmos.account && (await replacesOthers(stores.store)))
      throw new Error(whyNotThere(azure.cosmos));
    await importDemo(stores.store, clock.now);
    const members = { people, channels: reviewersChannel(directory, people) };
    const stop = await serve(settings, { stores, clock }, members);
    const resetLeft = reset && azure ? whatResetLeft(azure) : undefined;
    return {
      address: `${address}/`,
      /** What the person who started it should know, one line each. */
      notes: [stores.kept, ...(resetLeft ? [resetLeft] : [])],
      async stop(): Promise<void> {
        await stop();
        await stores.close();
      },
    };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

/** Nobody else is hurt on one machine, where scripts press faster than people. */
const localQuotas = { ...defaultQuotas, inputsOfPerson: 1_000_000, inputsOfCompany: 1_000_000 };

/** The bot as in production, except that it trusts everything on this machine. */
const localBot = (
  { store, files }: LocalStores,
  settings: Pick<Parameters<typeof createBot>[0], 'fileHosts' | 'logger' | 'now' | 'calendar'>,
) =>
  createBot({
    ...{ appId: '', appPassword: '', appTenantId: '' },
    store,
    files,
    tenantLookup: createImportedTenantLookup(store),
    pollMs: 1000,
    quotas: localQuotas,
    ...settings,
  });

/** Starts the bot and the page; the answer stops them. */
async function serve(
  settings: LocalStart,
  { stores, clock }: { readonly stores: LocalStores; readonly clock: ProgramClock },
  members: Pick<Parameters<typeof createTeams>[0], 'people' | 'channels'>,
): Promise<() => Promise<void>> {
  const { store } = stores;
  const calendar = createCalendar();
  const loopback = `127.0.0.1:${settings.port}`;
  const logger = createLogger(settings.logLevel);
  const bot = localBot(stores, { fileHosts: [loopback], logger, now: clock.now, calendar });
  const teams = createTeams({
    ...members,
    file: join(dataFolder(settings), 'teams', 'teams.sqlite'),
    botEndpoint: `http://${loopback}/api/messages`,
    baseUrl: `http://${loopback}`,
    botId,
    botName,
    now: clock.now,
    timeMachine: createTimeMachine({
      clock,
      calendar,
      timeZone: defaultCalendarSettings.timeZone,
      store,
      catchUp: bot.background.catchUp,
    }),
  });
  let state: ServingState = 'ready';
  const requests = watchRequests(() => state);
  const plain = [requests.refuseNew, ...stores.plain, teams.handle];
  const server = createServer({ ...bot, plain, logger, state: () => state });
  requests.watch(server.server);
  await listen(server, settings.port, '127.0.0.1');
  bot.background.start();
  await teams.start();

  return async () => {
    state = 'stopping';
    teams.closePages();
    // The bot's own messages come to the same server: it is closed after them.
    const finished = Promise.all([bot.background.stop(), requests.ended()]);
    await Promise.race([finished, wait(turnsMs, undefined, { ref: false })]);
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    teams.close();
  };
}
