/** A time without the program: from an instant up to another. */
export interface Downtime {
  readonly from: number;
  readonly to: number;
}

/** When the program runs and looks for what is due: every so often, except in its downtimes. */
export function createProgramHours(everyMs: number, downtimes: readonly Downtime[]) {
  const downtimeAt = (at: number): Downtime | undefined =>
    downtimes.find(({ from, to }) => at >= from && at < to);

  /** The first check at an instant or after it. */
  function checkFrom(at: number): number {
    const check = Math.ceil(at / everyMs) * everyMs;
    const downtime = downtimeAt(check);
    return downtime ? checkFrom(downtime.to) : check;
  }

  return { downtimeAt, lookFrom: checkFrom, everyMs };
}

export type ProgramHours = ReturnType<typeof createProgramHours>;
