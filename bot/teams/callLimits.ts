import { AsyncLocalStorage } from 'node:async_hooks';

/** A call to Teams that was not answered in time. It may have been carried out. */
export class CallTimedOutError extends Error {
  override readonly name = 'CallTimedOutError';
}

/** How long calls to Teams may take, in milliseconds: an alert, and all calls together while somebody waits for an answer. */
export interface CallLimits {
  readonly alertMs: number;
  readonly pressMs: number;
}

export const defaultCallLimits: CallLimits = { alertMs: 10_000, pressMs: 3000 };

/** Once the time is used up, each further call of the press gets so long: it may still arrive. */
const leastMs = 300;

/** A request of the SDK's HTTP pipeline, as far as it is used here. */
interface PipelineRequest {
  abortSignal?: AbortSignal | undefined;
}

/** Sends a request through the rest of the SDK's pipeline. */
type Next<Request, Response> = (request: Request) => Promise<Response>;

/** One step of the SDK's pipeline. */
export interface Policy {
  readonly name: string;
  sendRequest<Request extends PipelineRequest, Response>(
    request: Request,
    next: Next<Request, Response>,
  ): Promise<Response>;
}

const present = new AsyncLocalStorage<Policy>();

/** While `act` runs, calls outside the turn's own conversation are limited as the turn's are: somebody waits for them. */
export const insidePress = <T>(pressMs: number, act: () => Promise<T>): Promise<T> =>
  present.run(limitTogether(pressMs), act);

/** Each call alone has so long. */
export const limitEach = (limitMs: number): Policy => ({
  name: 'callLimit',
  sendRequest: async (request, next) => {
    const inside = present.getStore();
    return await (inside ? inside.sendRequest(request, next) : within(limitMs, request, next));
  },
});

/** All calls that use this policy have so long together. */
export function limitTogether(limitMs: number): Policy {
  let spentMs = 0;
  return {
    name: 'callLimit',
    sendRequest: async (request, next) => {
      const begun = performance.now();
      try {
        return await within(Math.max(limitMs - spentMs, leastMs), request, next);
      } finally {
        spentMs += performance.now() - begun;
      }
    },
  };
}

/** The call is ended at its limit, which frees its socket; what comes before it, such as fetching a token, is left. */
async function within<Request extends PipelineRequest, Response>(
  limitMs: number,
  request: Request,
  next: Next<Request, Response>,
): Promise<Response> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      abort.abort();
      reject(new CallTimedOutError(`Teams did not answer within ${Math.round(limitMs)} ms.`));
    }, limitMs);
  });
  request.abortSignal = abort.signal;
  try {
    return await Promise.race([next(request), timedOut]);
  } finally {
    clearTimeout(timer);
  }
}
