import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * Stands before a server on loopback and passes on what it gets. Frozen, it accepts connections and requests and passes
 * on nothing, as a service does that stands still; thawed, it cuts what waited and passes
 * on again at once.
 */
export async function startRelay(target: string) {
  const { hostname, port, pathname } = new URL(target);
  const sockets = new Set<Socket>();
  let frozen = false;
  let delayMs = 0;
  const server = createServer((front) => {
    const back = connect(Number(port), hostname);
    for (const socket of [front, back]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => {
        sockets.delete(socket);
        (socket === front ? back : front).destroy();
      });
    }
    front.on('data', (piece) => void (frozen || back.write(piece)));
    back.on('data', (piece) => {
      if (delayMs > 0) setTimeout(() => front.write(piece), delayMs).unref();
      else if (!frozen) front.write(piece);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The relay has no port.');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    endpoint: `http://127.0.0.1:${address.port}${pathname === '/' ? '' : pathname}`,
    freeze: (): void => {
      frozen = true;
    },
    /** From now on each answer takes so long. */
    slow: (ms: number): void => {
      delayMs = ms;
    },
    thaw: (): void => {
      frozen = false;
      delayMs = 0;
      cut();
    },
    async stop(): Promise<void> {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Relay = Awaited<ReturnType<typeof startRelay>>;
