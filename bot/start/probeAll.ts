import { setTimeout as wait } from 'node:timers/promises';
import { ServiceAwayError } from '../../services/storage/serviceFault.ts';
import { awayWhy, type Dependency, type DependencyName, WrongSettingError } from './dependency.ts';

/** What a probe of each dependency has found. */
export interface Probed {
  readonly answering: readonly DependencyName[];
  readonly wrong: readonly WrongSettingError[];
  readonly away: readonly { readonly name: DependencyName; readonly why: string }[];
}

/** After the limit an attempt may end by itself, for its own words. */
const graceMs = 500;

/** Probes all dependencies side by side; one that has not answered at the limit is away. */
export async function probeAll(dependencies: readonly Dependency[], limitMs: number): Promise<Probed> {
  const outcomes = await Promise.all(
    dependencies.map(async ({ name, probe }) => {
      const signal = AbortSignal.timeout(limitMs);
      const late = wait(limitMs + graceMs, undefined, { ref: false }).then(() =>
        Promise.reject(new ServiceAwayError('no answer in time')),
      );
      const error: unknown = await Promise.race([probe(signal), late]).then(
        () => undefined,
        (failure: unknown) => failure ?? new Error('failed'),
      );
      return { name, error };
    }),
  );
  return {
    answering: outcomes.flatMap(({ name, error }) => (error === undefined ? [name] : [])),
    wrong: outcomes.flatMap(({ error }) => (error instanceof WrongSettingError ? [error] : [])),
    away: outcomes.flatMap(({ name, error }) =>
      error === undefined || error instanceof WrongSettingError ? [] : [{ name, why: awayWhy(error) }],
    ),
  };
}
