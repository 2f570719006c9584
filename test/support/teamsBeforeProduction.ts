import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { demoPeople, reviewersChannel } from '../../local/demo/demoPeople.ts';
import { loadDemo } from '../../local/demo/loadDemo.ts';
import { createTeams } from '../../local/teams/teams.ts';
import { type ChatPerson, chatPerson } from './chatPerson.ts';
import { type Delivered, startFrontEnd } from './frontEnd.ts';
import { listenOnLoopback } from './listenOnLoopback.ts';
import { type ProductionSurroundings, registration } from './productionSurroundings.ts';

/** An activity on its way to the bot, and what came of it. */
export interface Delivery {
  readonly activity: string;
  readonly tookMs: number;
  /** What each attempt was answered: Teams repeats a failed one once. */
  readonly attempts: readonly Delivered[];
}

/** How long Teams waits before it delivers once more what has failed. */
const repeatAfterMs = 1000;

/**
 * The stand-in for Teams before instances of production, which are behind a front end: with tokens, as Teams', and one
 * repetition of what fails. `settings` let production speak to it.
 */
export async function startTeamsBeforeProduction(
  around: ProductionSurroundings,
  {
    folder,
    people,
    pollMs,
  }: { readonly folder: string; readonly people: readonly string[]; readonly pollMs?: number },
) {
  const frontEnd = startFrontEnd(pollMs === undefined ? {} : { pollMs });
  const deliveries: Delivery[] = [];
  const server = createServer(async (request, response) => {
    if (request.url === '/bot') return await passOn(request, response);
    if (await teams.handle(request, response)) return;
    response.writeHead(404);
    response.end();
  });
  const address = await listenOnLoopback(server);
  const directory = loadDemo();
  const persons = demoPeople(directory, people);
  const teams = createTeams({
    people: persons,
    channels: reviewersChannel(directory, persons),
    file: join(folder, 'teams.sqlite'),
    botEndpoint: `${address}/bot`,
    baseUrl: address,
    botId: registration.appId,
    botName: 'CPOR Claims',
    botTimeout: 40_000,
  });

  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const activity = await text(request);
    const begun = performance.now();
    const attempts = [await deliver(activity)];
    if (hasFailed(attempts[0])) {
      await wait(repeatAfterMs);
      attempts.push(await deliver(activity));
    }
    deliveries.push({ activity, tookMs: performance.now() - begun, attempts });
    const { status = 502, body = '' } = attempts.at(-1) ?? {};
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  }

  const deliver = (activity: string): Promise<Delivered> =>
    frontEnd.deliver(activity, {
      'content-type': 'application/json',
      authorization: `Bearer ${around.issuer.token({ aud: registration.appId, serviceurl: address })}`,
    });

  return {
    frontEnd,
    /** All that was delivered so far. */
    deliveries,
    settings: {
      ...around.settings,
      SERVICE_HOSTS: new URL(address).host,
      FILE_HOSTS: new URL(address).host,
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'answerTenantLookup.ts')}`,
      // Tests are faster than people.
      MOST_INPUTS_OF_PERSON: '100000',
      MOST_INPUTS_OF_COMPANY: '100000',
    },
    /** Installs the bot for everybody; an instance must be ready. */
    install: () => teams.start(),
    person: (id: string): ChatPerson => chatPerson(address, id),
    async stop(): Promise<void> {
      await frontEnd.stop();
      teams.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

export type TeamsBeforeProduction = Awaited<ReturnType<typeof startTeamsBeforeProduction>>;

/** What Teams delivers again: no answer, or one of a server in trouble. */
const hasFailed = (delivered: Delivered | undefined): boolean => (delivered?.status ?? 502) >= 500;
