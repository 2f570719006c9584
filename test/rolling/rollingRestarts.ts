import { runProduction } from '../support/productionProgram.ts';
import { type ProductionSurroundings, startSurroundings } from '../support/productionSurroundings.ts';
import { startTeamsBeforeProduction, type TeamsBeforeProduction } from '../support/teamsBeforeProduction.ts';
import { temporaryDirectory } from '../support/temporaryDirectory.ts';
import { commentsOf, type Press, type Presser, people, preparePressers, pressSteadily } from './load.ts';

/** How the experiment is asked for. */
export interface RollingSettings {
  readonly restarts: number;
  /** How long each presser pauses between two presses, in milliseconds. */
  readonly pauseMs: number;
  readonly onRestart?: (count: number) => void;
}

/** What was counted. */
export interface RollingFigures {
  readonly restarts: number;
  /** Exit codes other than 0. */
  readonly badEnds: number;
  readonly presses: number;
  readonly comments: number;
  /** Deliveries that failed at first and were repeated by Teams. */
  readonly repeated: number;
  /** Presses without an answer after the repetition. */
  readonly withoutAnswer: number;
  /** Comments that are not in the history. */
  readonly withoutEffect: number;
  /** Comments that are there more than once. */
  readonly doubled: number;
  readonly slowestMs: number;
}

interface Instance {
  readonly program: ReturnType<typeof runProduction>;
  readonly address: string;
}

/**
 * Two instances of production on one store, behind a front end that asks `/ready`, under steady presses: one after the
 * other is stopped and replaced, again and again. Counts what was lost.
 */
export async function rollingRestarts(settings: RollingSettings): Promise<RollingFigures> {
  const data = temporaryDirectory();
  const around = await startSurroundings(data.path);
  const teams = await startTeamsBeforeProduction(around, { folder: data.path, people, pollMs: 250 });
  const instances: Instance[] = [];
  try {
    for (const _ of [1, 2]) instances.push(await startInstance(teams));
    await teams.install();
    const pressers = await preparePressers(teams.person);
    const before = teams.deliveries.length;
    let goesOn = true;
    const pressing = pressers.map((presser) =>
      pressSteadily(presser, { pauseMs: settings.pauseMs, goesOn: () => goesOn }),
    );
    const badEnds = await restartInTurn(instances, teams, settings);
    goesOn = false;
    const presses = (await Promise.all(pressing)).flat();
    const repeated = teams.deliveries.slice(before).filter(({ attempts }) => attempts.length > 1).length;
    const effects = await countEffects(around, pressers, presses);
    return { restarts: settings.restarts, badEnds, repeated, ...answersOf(presses), ...effects };
  } finally {
    await Promise.all(instances.map(({ program }) => program.stop()));
    await teams.stop();
    await around.stop();
    data.remove();
  }
}

async function startInstance(teams: TeamsBeforeProduction): Promise<Instance> {
  const program = runProduction({ ...teams.settings, STOP_NOTICE_SECONDS: '1', LOG_LEVEL: 'info' });
  const address = `http://127.0.0.1:${await program.port}`;
  await teams.frontEnd.add(address);
  return { program, address };
}

/** Replaces one instance after the other; says how many did not end as they should. */
async function restartInTurn(
  instances: Instance[],
  teams: TeamsBeforeProduction,
  { restarts, onRestart }: RollingSettings,
): Promise<number> {
  let badEnds = 0;
  for (let count = 1; count <= restarts; count += 1) {
    const [oldest] = instances;
    if (!oldest) break;
    const [code, replacement] = await Promise.all([oldest.program.stop(), startInstance(teams)]);
    teams.frontEnd.remove(oldest.address);
    instances.splice(0, 1);
    instances.push(replacement);
    if (code !== 0) badEnds += 1;
    onRestart?.(count);
  }
  return badEnds;
}

const answersOf = (presses: readonly Press[]) => ({
  presses: presses.length,
  withoutAnswer: presses.filter(({ answered }) => !answered).length,
  slowestMs: Math.round(Math.max(...presses.map(({ tookMs }) => tookMs))),
});

async function countEffects(
  around: ProductionSurroundings,
  pressers: readonly Presser[],
  presses: readonly Press[],
) {
  const store = await around.openStore();
  const found = new Map<string, ReadonlyMap<string, number>>();
  for (const { number } of pressers) found.set(number, await commentsOf(store, number));
  await store.close();
  const counts = presses
    .filter(({ what }) => what === 'comment')
    .map(({ number, text }) => found.get(number)?.get(text) ?? 0);
  return {
    comments: counts.length,
    withoutEffect: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
  };
}
