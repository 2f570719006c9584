import { EventEmitter, once } from 'node:events';
import type { PlainHandler, ServingState } from '../bot/teams/server.ts';

/** The server's events, as far as they are needed. */
interface Requests {
  on(event: 'request', listener: (request: unknown, response: NodeJS.EventEmitter) => void): unknown;
}

/** What the bot and Teams say to each other while they finish; everything else is new. */
const between = /^\/(v3\/|api\/messages|local\/download\/|live|ready|health)/;

/** Knows which requests are under way; once the program stops, it takes none of people. */
export function watchRequests(state: () => ServingState) {
  const changes = new EventEmitter();
  let underWay = 0;

  const refuseNew: PlainHandler = async ({ url = '' }, response) => {
    if (state() === 'ready' || between.test(url)) return false;
    response.statusCode = 503;
    response.end('The program is stopping.');
    return true;
  };

  return {
    /** The first of the plain handlers. */
    refuseNew,
    watch(server: Requests): void {
      server.on('request', (_request, response) => {
        underWay += 1;
        response.once('close', () => {
          underWay -= 1;
          changes.emit('ended');
        });
      });
    },
    /** Resolves when none is under way. */
    async ended(): Promise<void> {
      while (underWay > 0) await once(changes, 'ended');
    },
  };
}
