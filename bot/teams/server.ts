import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CloudAdapter, TurnContext } from 'botbuilder';
import restify from 'restify';
import type { Logger } from '../logger.ts';
import { traced } from '../trace.ts';
import { answerActivity } from './answerActivity.ts';
import { readEnvelope } from './envelope.ts';

/** Teams sends at most about 100 KB; twice that leaves room. */
const mostBodyBytes = 200_000;

/**
 * Front ends keep an idle connection to the bot for up to four minutes (Azure App Service and its load balancer) and
 * send the next request on it. Whoever closes first must be the front end: Node's own 5 s reset requests.
 */
const longestIdleMs = 250_000;
/** A request's headers and body come from a front end at once. Both count from its first byte, not while idle. */
const headersMs = 20_000;
const requestMs = 60_000;

/** A handler of plain HTTP requests: true if it has handled the request. */
export type PlainHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** A process takes requests between its start and its stop. */
export type ServingState = 'starting' | 'ready' | 'stopping';

export interface ServerDependencies {
  readonly adapter: CloudAdapter;
  readonly run: (context: TurnContext) => Promise<unknown>;
  /** Whether the stores answer, for `/health`. */
  readonly isHealthy: () => Promise<boolean>;
  /** Whether requests should come here, for `/ready`; absent: always. */
  readonly state?: () => ServingState;
  /** Alerts that wait for long; they do not make the process unready. */
  readonly lateAlerts?: () => object | undefined;
  /** What the bot needs and cannot reach: no other process could either. */
  readonly away?: () => object | undefined;
  /** Routes besides the bot's own: links to proof files; on one machine, the local page. */
  readonly plain: readonly PlainHandler[];
  readonly logger: Logger;
  /** How long a connection may be idle, in milliseconds; by default longer than any front end keeps one. */
  readonly idleMs?: number;
}

/**
 * The only HTTP server: `POST /api/messages`, the plain handlers before it, and what front ends ask. `/live`: the process
 * runs. `/ready`: 503 only while this process starts or stops. `/health`: always 200; its body says what is wrong.
 */
export function createServer(dependencies: ServerDependencies): restify.Server {
  const { adapter, run, isHealthy, lateAlerts, plain, logger } = dependencies;
  // Without a name, no header says which product or version answers.
  const server = restify.createServer({ name: '' });
  keepOpen(server, dependencies.idleMs ?? longestIdleMs);
  /** What is wrong for every process alike: another process would be no better. */
  const shared = () => {
    const [alerts, away] = [lateAlerts?.(), dependencies.away?.()];
    return { ...(alerts ? { lateAlerts: alerts } : {}), ...(away ? { away } : {}) };
  };
  server.pre((request, response, next) => {
    tryInTurn(plain, request, response).then(
      (handled) => next(handled ? false : undefined),
      (error: unknown) => {
        logger.error({ err: error }, 'a plain route failed');
        if (!response.headersSent) response.send(500, { error: 'Something went wrong on our side.' });
        next(false);
      },
    );
  });

  server.get('/health', async (_request, response) => {
    const healthy = await isHealthy().catch(() => false);
    response.send(200, { status: healthy ? 'ok' : 'the store does not answer', ...shared() });
  });

  server.get('/live', (_request, response, next) => {
    response.send(200, { status: 'alive' });
    next();
  });

  server.get('/ready', (_request, response, next) => {
    const state = dependencies.state?.() ?? 'ready';
    response.send(state === 'ready' ? 200 : 503, { status: state, ...shared() });
    next();
  });

  const readBody = restify.plugins.bodyParser({ mapParams: false, maxBodySize: mostBodyBytes });
  server.post('/api/messages', onlyJson, ...readBody, beginTrace, async (request, response) => {
    const read = readEnvelope(request.body);
    if ('wrong' in read) {
      logger.info({ fields: read.wrong }, 'a request was refused: it is no activity');
      response.send(400, { error: `This is no activity: ${read.wrong.join(', ')} missing or wrong.` });
      return;
    }
    // The SDK's type demands a method; restify has always set it once a route is found.
    const { method = 'POST' } = request;
    const { status, body } = await answerActivity(
      adapter,
      Object.assign(request, { method, body: read.activity }),
      run,
    );
    response.send(status, body);
  });
  return server;
}

function keepOpen({ server }: restify.Server, keepAliveTimeout: number): void {
  Object.assign(server, { keepAliveTimeout, headersTimeout: headersMs, requestTimeout: requestMs });
}

/** Only plain JSON is accepted: restify would unpack gzip, fail on invalid gzip, and store multipart files on disk. */
function onlyJson(request: restify.Request, response: restify.Response, next: restify.Next): void {
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  const readable = isJson && !request.headers['content-encoding'];
  if (!readable) response.send(415, { error: 'Send an activity as application/json, not compressed.' });
  next(readable ? undefined : false);
}

/** From here on, every log line of this request has the same correlation ID. */
const beginTrace: restify.RequestHandler = (_request, _response, next) => traced(next);

async function tryInTurn(
  handlers: readonly PlainHandler[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  for (const handle of handlers) if (await handle(request, response)) return true;
  return false;
}

/** Listens on the address; refuses with a clear error when the port is taken. Returns the actual port. */
export async function listen(server: restify.Server, port: number, host: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve(server.address().port);
    });
  });
}
