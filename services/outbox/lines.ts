/** A position in a line: `ready` once all earlier ones have left; `leave` may be called twice. */
export interface Position {
  readonly ready: Promise<void>;
  readonly leave: () => void;
}

/**
 * A line of waiting tasks for each key. Tasks that take all their positions at once, before they wait for anything, can
 * never block each other.
 */
export function createLines() {
  const ends = new Map<string, Promise<void>>();
  return function takePosition(key: string): Position {
    const ready = ends.get(key) ?? Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = ready.then(() => promise);
    ends.set(key, end);
    void end.then(() => {
      if (ends.get(key) === end) ends.delete(key);
    });
    return { ready, leave: resolve };
  };
}

/** Lets at most so many tasks run at the same time; the others wait, first come, first served. */
export function createLimit(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function run<T>(task: () => Promise<T>): Promise<T> {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The next one takes over.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
