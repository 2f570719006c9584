/** While something is wrong, it is tried again after 1, 2, 4, 8 and then every 10 minutes; the log repeats it as often. */
const firstPauseMs = 60_000;
const longestPauseMs = 600_000;
const logEveryMs = 600_000;

/** What a log line says of something that is being waited for. */
export interface Held {
  /** The latest reason: a code, no names, no texts. */
  readonly why: string;
  /** ISO. */
  readonly since: string;
}

interface Standing extends Held {
  readonly until: number;
  readonly pauseMs: number;
  readonly loggedAt: number;
}

/** Waits until something works again that is needed for sending: reported at once, and then every ten minutes. */
export function createHold({
  now,
  onHeld,
  onOver,
}: {
  readonly now: () => Date;
  readonly onHeld: (held: Held) => void;
  readonly onOver: (held: Held) => void;
}) {
  let standing: Standing | undefined;

  function report(held: Standing): Standing {
    const { why, since } = held;
    onHeld({ why, since });
    return { ...held, loggedAt: now().getTime() };
  }

  return {
    /** Something is being waited for. */
    isOn: (): boolean => standing !== undefined,

    /** Whether one attempt may find out now if it works again; also true when nothing is wrong. */
    mayTry: (): boolean => standing === undefined || standing.until <= now().getTime(),

    /** The end of the present pause (ISO). */
    until: (): string => new Date(standing?.until ?? now().getTime()).toISOString(),

    /** Why it waits. */
    why: (): string => standing?.why ?? '',

    /** It does not work (any more). Failures within one pause count once. */
    failed(why: string): void {
      const at = now().getTime();
      if (!standing) {
        const since = new Date(at).toISOString();
        standing = report({ why, since, until: at + firstPauseMs, pauseMs: firstPauseMs, loggedAt: at });
        return;
      }
      if (standing.until > at) return;
      const pauseMs = Math.min(standing.pauseMs * 2, longestPauseMs);
      standing = { ...standing, why, pauseMs, until: at + pauseMs };
    },

    /** Says it again if ten minutes have passed since the last time. */
    remind(): void {
      if (standing && now().getTime() - standing.loggedAt >= logEveryMs) standing = report(standing);
    },

    /** The next attempt may come at once. */
    tryNow(): void {
      if (standing) standing = { ...standing, until: now().getTime() };
    },

    /** It works again. */
    over(): void {
      if (!standing) return;
      const { why, since } = standing;
      standing = undefined;
      onOver({ why, since });
    },
  };
}

/** What `createHold` makes. */
export type Hold = ReturnType<typeof createHold>;
