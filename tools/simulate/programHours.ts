/** A time without the program: from an instant up to another. */
export interface Downtime {
  readonly from: number;
  readonly to: number;
}

/** When the program runs and looks for what is due: every so often, except in its downtimes. */
export function createProgramHours(everyMs: number, downtimes: readonly Downtime[]) {
  const downtimeAt = (at: number): Downtime | undefined =>
    downtimes.find(({ from, to }) => at >= from && at < to);

  /** The first look at an instant or after it. */
  function lookFrom(at: number): number {
    const look = Math.ceil(at / everyMs) * everyMs;
    const downtime = downtimeAt(look);
    return downtime ? lookFrom(downtime.to) : look;
  }

  return { downtimeAt, lookFrom, everyMs };
}

export type ProgramHours = ReturnType<typeof createProgramHours>;
