import type { Logger } from '../logger.ts';
import type { Dependency, DependencyName, WrongSettingError } from './dependency.ts';
import { probeAll } from './probeAll.ts';

/** Since when a dependency is away, and why. */
export interface Outage {
  readonly since: string;
  readonly why: string;
}

export interface OutageDependencies {
  readonly dependencies: readonly Dependency[];
  readonly logger: Logger;
  readonly now: () => Date;
  /** How long one probe may take, in milliseconds. */
  readonly probeMs: number;
  /** How often what is away is asked again, in milliseconds. */
  readonly everyMs: number;
}

/** Keeps which dependencies are away, and asks them again until they answer. */
export function createOutages({ dependencies, logger, now, probeMs, everyMs }: OutageDependencies) {
  const away = new Map<DependencyName, Outage>();
  /** The wrong settings that are in the log. */
  const told = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> = Promise.resolve();

  function begin(name: DependencyName, why: string): void {
    if (away.has(name)) return;
    away.set(name, { since: now().toISOString(), why });
    logger.error({ kind: 'outage', dependency: name, why }, 'what the bot needs is away');
  }

  function end(name: DependencyName): void {
    if (away.delete(name)) logger.info({ kind: 'outage', dependency: name }, 'what the bot needs is back');
  }

  async function askAgain(): Promise<void> {
    const asked = dependencies.filter(({ name }) => away.has(name));
    const { wrong, answering } = await probeAll(asked, probeMs);
    for (const { setting, message } of wrong) {
      if (told.has(setting + message)) continue;
      told.add(setting + message);
      logger.error({ kind: 'outage', setting, why: message }, 'a setting is wrong');
    }
    for (const name of answering) end(name);
    if (away.size === 0) told.clear();
  }

  return {
    begin,
    end,
    /** Asks all of them once: says which settings are wrong, and keeps what is away. */
    async probe(): Promise<readonly WrongSettingError[]> {
      const found = await probeAll(dependencies, probeMs);
      for (const { name, why } of found.away) begin(name, why);
      return found.wrong;
    },
    start(): void {
      timer = setInterval(() => {
        asking = asking.then(askAgain);
      }, everyMs);
      timer.unref();
    },
    stop: (): void => clearInterval(timer),
    /** What is away, for `/ready` and `/health`; undefined: nothing. */
    now: (): Partial<Record<DependencyName, Outage>> | undefined =>
      away.size > 0 ? Object.fromEntries(away) : undefined,
  };
}

export type Outages = ReturnType<typeof createOutages>;
