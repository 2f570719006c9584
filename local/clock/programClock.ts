import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod/v4';

const keptSchema = z.object({ aheadMs: z.number().int().nonnegative() });

/** The program's time on one machine: the real time, or ahead of it by as much as the time machine has moved it. */
export type ProgramClock = ReturnType<typeof createProgramClock>;

/** How far it is ahead is kept in the file, so that a restart goes on from there. */
export function createProgramClock({
  file,
  realNow = () => new Date(),
}: {
  readonly file: string;
  readonly realNow?: () => Date;
}) {
  let aheadMs = readAhead(file);

  return {
    now: (): Date => new Date(realNow().getTime() + aheadMs),
    /** Milliseconds between the real time and the program's. */
    aheadMs: (): number => aheadMs,
    /** Moves on to an instant (ISO); never back. It is on disk when the call returns. */
    advanceTo(instant: string): void {
      const wanted = Math.max(aheadMs, Date.parse(instant) - realNow().getTime());
      keepAhead(file, wanted);
      aheadMs = wanted;
    },
  };
}

function readAhead(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
  try {
    return keptSchema.parse(JSON.parse(text)).aheadMs;
  } catch (error) {
    throw new Error(`${file} does not say how far the program's time is ahead: delete it, or --reset.`, {
      cause: error,
    });
  }
}

/** Writes a second file and renames it, so that a crash leaves the old file or the new one. */
function keepAhead(file: string, aheadMs: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, JSON.stringify({ aheadMs }), { flush: true });
  renameSync(`${file}.part`, file);
}
