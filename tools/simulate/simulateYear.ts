import { createCalendar } from '../../services/calendar/calendar.ts';
import { slotWritesFor } from '../../services/claims/endSubscription.ts';
import { saveDirectory } from '../../services/directory/import/saveDirectory.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../services/storage/documents/sqlite/sqliteStore.ts';
import { createAgenda } from './agenda.ts';
import { type Books, createBooks } from './books.ts';
import { type Cast, createCast } from './cast.ts';
import { type Comparison, createComparison, instant } from './comparison.ts';
import { expectedMornings } from './expectedDigest.ts';
import { createHandCalendar, simulatedYear } from './handCalendar.ts';
import { createPlay } from './play.ts';
import { type Notebook, startProgram } from './program.ts';
import { createProgramHours, type Downtime } from './programHours.ts';
import { createSeededRandom, type SeededRandom } from './seededRandom.ts';
import { emptyTally, type Tally, type YearResult, type YearSettings } from './year.ts';

const hour = 3_600_000;
/** Downtimes of a year, by their lengths in hours: short ones, some of days, one of a week. */
const downtimeHours = [2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 46, 70, 168];

/** Plays one year on the real services, and compares everything that happens with what must happen. */
export async function simulateYear(settings: YearSettings): Promise<YearResult> {
  const world = createWorld(settings);
  const { store, cast, random, clock, agenda, hours, books, comparison, tally, digests } = world;
  await saveDirectory(
    { store, at: instant(clock.time), writesOfState: slotWritesFor },
    cast.directory(settings.claims),
  );
  const processes = createProcesses(world, settings);
  const statuses: Record<string, number> = {};

  async function close(number: string): Promise<void> {
    const claim = await books.close(number, clock.newestCheck);
    statuses[claim.status] = (statuses[claim.status] ?? 0) + 1;
    if (claim.status === 'Rejected' && claim.reason === 'NoPartnerResponse') tally.expired += 1;
  }

  async function check(): Promise<void> {
    clock.newestCheck = clock.time;
    tally.timers += await processes.running().check();
    agenda.put(hours.lookFrom(clock.newestCheck + 1), check);
  }

  agenda.put(hours.lookFrom(clock.time), check);
  for (const { to } of world.downtimes) agenda.put(to, async () => processes.restart());
  const play = createPlay({
    ...world,
    now: () => clock.time,
    claims: () => processes.running().claims,
    close,
  });
  for (let index = 0; index < settings.claims; index += 1)
    play.plan(random.between(simulatedYear.from, simulatedYear.to - 1), () => play.file(index));
  for (let next = agenda.take(); next && next.at < simulatedYear.to; next = agenda.take()) {
    // Anything planned for the seconds that a sweep takes comes after it.
    clock.time = Math.max(clock.time, next.at);
    await next.run();
  }
  for (const number of books.openNumbers()) await close(number);
  const mornings = expectedMornings(world.calendar, simulatedYear, hours.lookFrom);
  const isExpectedOnce = (at: number, index: number) =>
    mornings.includes(at) && digests.indexOf(at) === index;
  const missing = mornings.filter((at) => !digests.includes(at));
  const tooMany = digests.filter((at, index) => !isExpectedOnce(at, index));
  comparison.same('mornings without a digest', missing.map(instant), []);
  comparison.same('mornings with a digest too many', tooMany.map(instant), []);
  await store.close();
  return { tally, statuses, downtimes: world.downtimes, ...comparison.result() };
}

/** The clock, the store and everybody, and the books that are kept of it. */
function createWorld({ seed, checkEveryMinutes: lookEveryMinutes }: YearSettings) {
  const clock = { time: simulatedYear.from, newestCheck: simulatedYear.from };
  const random = createSeededRandom(seed);
  const downtimes = makeDowntimes(random);
  const hours = createProgramHours(lookEveryMinutes * 60_000, downtimes);
  const store = createSqliteStore({ file: ':memory:', indexes, now: () => new Date(clock.time) });
  const cast = createCast();
  const comparison = createComparison();
  const calendar = createHandCalendar();
  const books = createBooks({ store, comparison, calendar, hours, zoneOf: cast.zoneOf });
  const agenda = createAgenda();
  const digests: number[] = [];
  const tally = emptyTally();
  return {
    clock,
    random,
    downtimes,
    hours,
    store,
    cast,
    comparison,
    calendar,
    books,
    agenda,
    digests,
    tally,
  };
}

interface World {
  readonly clock: { time: number; newestCheck: number };
  readonly store: DocumentStore;
  readonly cast: Cast;
  readonly comparison: Comparison;
  readonly books: Books;
  readonly digests: number[];
  readonly tally: Tally;
}

const makeDowntimes = (random: SeededRandom): Downtime[] =>
  downtimeHours.map((hours) => {
    const from = random.between(simulatedYear.from + hour, simulatedYear.to - 1);
    return { from, to: from + hours * hour };
  });

/** The program, one process after the other. */
function createProcesses(world: World, { calendar = createCalendar(), through = same }: YearSettings) {
  const { store, cast, comparison, clock } = world;
  let started = 0;
  let numbers = 0;

  const start = () => {
    started += 1;
    return startProgram(
      {
        store: through(store),
        calendar,
        cast,
        now: () => new Date(clock.time),
        pass: (ms) => {
          clock.time += ms;
        },
        newNumber: () => {
          numbers += 1;
          return `C-${String(numbers).padStart(8, '0')}`;
        },
        notebook: createNotebook(world),
        onError: (error) => comparison.same(`an error at ${instant(clock.time)}`, String(error), 'none'),
      },
      `process ${started}`,
    );
  };
  let program = start();

  return {
    running: () => program,
    restart: (): void => {
      program = start();
    },
  };
}

const same = (store: DocumentStore): DocumentStore => store;

/** Writes down which alerts people get, dated with the sweep that sent them. */
function createNotebook({ clock, books, digests, tally }: World): Notebook {
  return {
    notice(message) {
      tally[message.event === 'deadlineNear' ? 'reminders' : 'notices'] += 1;
      books.notice(message, clock.newestCheck);
    },
    digest(digest) {
      tally.mornings += 1;
      if (digest.claims.length > 0) tally.digests += 1;
      digests.push(clock.newestCheck);
      books.digest(digest, clock.time);
    },
  };
}
