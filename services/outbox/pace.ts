/**
 * What Teams takes from one bot in one conversation (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit):
 * so many messages within so many milliseconds.
 */
const limits = [
  { most: 7, withinMs: 1000 },
  { most: 8, withinMs: 2000 },
  { most: 60, withinMs: 30_000 },
] as const;
const longestMs = 30_000;
const mostKept = 60;

/** How many milliseconds a message must still wait, after messages sent at these instants, oldest first. */
export function waitFor(sent: readonly number[], at: number): number {
  const waits = limits.map(({ most, withinMs }) => {
    const first = sent.at(-most);
    return first === undefined ? 0 : first + withinMs - at;
  });
  return Math.max(0, ...waits);
}

/** Keeps each conversation within Teams' limits; those waiting for different conversations do not wait for each other. */
export function createPace({
  now = Date.now,
  wait,
}: {
  readonly now?: () => number;
  readonly wait: (ms: number) => Promise<void>;
}) {
  const sentTo = new Map<string, readonly number[]>();

  function forgetIdle(at: number): void {
    for (const [key, sent] of sentTo) if (at - (sent.at(-1) ?? 0) > longestMs) sentTo.delete(key);
  }

  /** Resolves when the next message may go there, and counts it. To be called for one message at a time. */
  return async function pace(key: string, isStopped: () => boolean = () => false): Promise<void> {
    for (;;) {
      const ms = waitFor(sentTo.get(key) ?? [], now());
      if (ms === 0 || isStopped()) break;
      await wait(Math.min(ms, 500));
    }
    const at = now();
    if (sentTo.size > 1000) forgetIdle(at);
    sentTo.set(key, [...(sentTo.get(key) ?? []), at].slice(-mostKept));
  };
}

/** What `createPace` makes. */
export type Pace = ReturnType<typeof createPace>;
