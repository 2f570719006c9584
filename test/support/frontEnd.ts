import { Agent, request as sendRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What became of one delivery. */
export interface Delivered {
  readonly status: number;
  readonly body: string;
}

/** Nobody has answered: the connection was refused, or cut before the answer. */
const noAnswer: Delivered = { status: 502, body: '' };
const requestMs = 20_000;

/** An instance behind the front end, and whether requests may go there. */
interface Instance {
  readonly address: string;
  readonly agent: Agent;
  ready: boolean;
}

/**
 * A front end as hosts put one before several instances: it asks `/ready`, sends nothing to an instance that is not,
 * keeps connections open, and repeats nothing by itself.
 */
export function startFrontEnd({ pollMs = 500 }: { readonly pollMs?: number } = {}) {
  let instances: readonly Instance[] = [];
  let next = 0;
  let running = true;
  const polling = poll();

  async function poll(): Promise<void> {
    while (running) {
      await Promise.all(instances.map(look));
      await wait(pollMs);
    }
  }

  async function look(instance: Instance): Promise<void> {
    const { status } = await send(instance, { method: 'GET', path: '/ready', headers: {}, body: '' });
    instance.ready = status === 200;
  }

  return {
    /** A new instance gets requests once it has said that it is ready. */
    async add(address: string): Promise<void> {
      const instance = { address, agent: new Agent({ keepAlive: true }), ready: false };
      await look(instance);
      instances = [...instances, instance];
    },
    remove(address: string): void {
      for (const gone of instances.filter((each) => each.address === address)) gone.agent.destroy();
      instances = instances.filter((each) => each.address !== address);
    },
    /** Sends a request to one of the ready instances, in turn. */
    async deliver(body: string, headers: Readonly<Record<string, string>>): Promise<Delivered> {
      const ready = instances.filter((each) => each.ready);
      next += 1;
      const instance = ready[next % ready.length];
      if (!instance) return { status: 503, body: 'no instance is ready' };
      return await send(instance, { method: 'POST', path: '/api/messages', headers, body });
    },
    async stop(): Promise<void> {
      running = false;
      await polling;
      for (const { agent } of instances) agent.destroy();
    },
  };
}

export type FrontEnd = ReturnType<typeof startFrontEnd>;

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function send({ address, agent }: Instance, { method, path, headers, body }: Sent): Promise<Delivered> {
  return new Promise((resolve) => {
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { method, agent, timeout: requestMs, headers: { ...headers, ...length } };
    const request = sendRequest(new URL(path, address), options, async (response) => {
      const pieces = await response.toArray().catch(() => undefined);
      if (!pieces) return resolve(noAnswer);
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') });
    });
    request.on('error', () => resolve(noAnswer));
    request.on('timeout', () => request.destroy());
    request.end(body);
  });
}
