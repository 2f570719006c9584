import type { ServerResponse } from 'node:http';
import type { LiveEvent } from './views.ts';

/** Some proxies and browsers drop a stream that is silent for longer. */
const heartbeatEvery = 20_000;

/** The open pages; each hears everything, since one page shows everybody. */
export type LiveEvents = ReturnType<typeof createLiveEvents>;

export const createLiveEvents = () => {
  const pages = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const page of pages) page.write(':\n\n');
  }, heartbeatEvery);
  heartbeat.unref();

  const line = (event: LiveEvent) => `data: ${JSON.stringify(event)}\n\n`;

  return {
    publish(event: LiveEvent) {
      for (const page of pages) page.write(line(event));
    },
    connect(response: ServerResponse) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`retry: 500\n${line({ kind: 'hello' })}`);
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
};
