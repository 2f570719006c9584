// Above 200 lines: the simulated year, what it catches, and its command line.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import sinon from 'sinon';
import { createCalendar, defaultCalendarSettings } from '../../../services/calendar/calendar.ts';
import type { Alert } from '../../../services/domain/alert.ts';
import type { DocumentStore, Write } from '../../../services/storage/documents/documentStore.ts';
import { readSimulateSettings, usage } from '../../../tools/simulate/simulateSettings.ts';
import { simulateYear } from '../../../tools/simulate/simulateYear.ts';
import type { YearResult, YearSettings } from '../../../tools/simulate/year.ts';
import { yearReport } from '../../../tools/simulate/yearReport.ts';
import { nodeFlags } from '../../support/nodeFlags.ts';

const small: YearSettings = { claims: 150, seed: 1, checkEveryMinutes: 60 };

describe('When a year is simulated (R71–R79, D3, D10)', function () {
  this.timeout(120_000);

  it('every deadline, expiry, reminder and digest is as calculated by hand', async () => {
    const result = await simulateYear(small);
    assert.deepEqual(result.shown, []);
    assert.equal(result.differences, 0);
    const { tally, statuses } = result;
    assert.equal(tally.filed, 150);
    // None of this holds merely because nothing has happened.
    for (const count of [tally.expired, tally.decidedLate, tally.begunLate])
      assert(count > 20, yearReport(small, result));
    assert(
      tally.reminders > 200 && tally.mornings > 220 && tally.digests > 150 && result.checks > 3000,
      yearReport(small, result),
    );
    for (const status of ['Approved', 'Rejected']) assert((statuses[status] ?? 0) > 40, status);
  });

  it('is the same year for the same seed', async () => {
    const tiny = { claims: 15, seed: 7, checkEveryMinutes: 240 };
    assert.deepEqual(await simulateYear(tiny), await simulateYear(tiny));
  });
});

describe('When something is wrong with a clock, the simulated year', function () {
  this.timeout(120_000);
  afterEach(() => sinon.restore());

  const some: YearSettings = { claims: 40, seed: 3, checkEveryMinutes: 240 };
  async function differences(of: RegExp, settings: Partial<YearSettings>): Promise<YearResult> {
    const result = await simulateYear({ ...some, ...settings });
    assert(result.differences > 0, 'nothing was found');
    assert(result.shown.length <= 10);
    assert(
      result.shown.some((difference) => of.test(difference)),
      result.shown.join('\n'),
    );
    return result;
  }

  it('finds a calendar that has forgotten one holiday', async () => {
    const all = Holidays.prototype.getHolidays;
    sinon.stub(Holidays.prototype, 'getHolidays').callsFake(function (this: Holidays, ...asked) {
      return all.apply(this, asked).filter(({ date }) => !date.startsWith('2027-09-06'));
    });
    await differences(/must be/, { calendar: createCalendar() });
  });

  it('finds a centre in another zone', async () => {
    const calendar = createCalendar({ ...defaultCalendarSettings, timeZone: 'America/Denver' });
    await differences(/after submit/, { calendar });
  });

  it('finds a budget that is a day too long (D3)', async () => {
    const calendar = createCalendar();
    const businessDaysBetween = (from: string, to: string) =>
      Math.max(0, calendar.businessDaysBetween(from, to) - 1);
    await differences(/after (resubmit|startReview)/, {
      calendar: { ...calendar, businessDaysBetween },
      claims: 120,
    });
  });

  const changing = (change: (write: Write) => Write | undefined) => (store: DocumentStore) => ({
    ...store,
    batch: (pk: string, writes: readonly Write[]) =>
      store.batch(
        pk,
        writes.flatMap((write) => change(write) ?? []),
      ),
  });
  // What is stored with this type is an alert: hence the casts.
  const alertOf = (write: Write): Alert | undefined =>
    write.kind === 'create' && write.document.type === 'alert' ? (write.document.body as Alert) : undefined;

  it('finds reminders that are lost', async () => {
    await differences(/told/, {
      through: changing((write) => {
        const alert = alertOf(write);
        return alert?.kind === 'claim' && alert.event === 'deadlineNear' ? undefined : write;
      }),
    });
  });

  it('finds digests that are lost', async () => {
    await differences(/mornings without a digest/, {
      through: changing((write) => (alertOf(write)?.kind === 'digest' ? undefined : write)),
    });
  });

  it('finds alerts that are sent twice', async () => {
    let settled = 0;
    await differences(/said twice/, {
      through: changing((write) => {
        if (write.kind !== 'replace' || write.document.type !== 'alert') return write;
        const alert = write.document.body as Alert;
        if (alert.nextAttemptAt) return write;
        settled += 1;
        if (settled % 20 !== 0) return write;
        // Once in a while nobody remembers that it was sent.
        const recipients = alert.recipients.map((recipient) => ({
          ...recipient,
          result: 'waiting' as const,
        }));
        const forgotten = { ...alert, recipients, nextAttemptAt: alert.at };
        return { ...write, document: { ...write.document, body: forgotten } };
      }),
    });
  });
});

describe('When the simulation is told what to play', () => {
  it('takes ten thousand claims unless told otherwise', () => {
    assert.deepEqual(readSimulateSettings([]), { claims: 10_000, seed: 1, checkEveryMinutes: 10 });
    assert.equal(readSimulateSettings(['--claims', '20', '--seed', '4']).claims, 20);
  });

  it('names what it cannot read', () => {
    assert.throws(() => readSimulateSettings(['--claims', 'many']), /--claims must be a whole number/);
    assert.throws(() => readSimulateSettings(['--seed', '0']), /--seed must be a whole number/);
    assert.throws(() => readSimulateSettings(['--year', '1']), /'--year'.*\.\nnpm run simulate -- /);
  });

  it('counts as a digest only what says something: with one claim a few, though every morning is looked at', async () => {
    const one = { claims: 1, seed: 1, checkEveryMinutes: 60 };
    const result = await simulateYear(one);
    const { mornings, digests } = result.tally;
    assert(mornings > 220, `${mornings} mornings`);
    // A review takes five business days to begin and five to decide; what is due is told from the day before.
    assert(digests > 0 && digests < 40, `${digests} digests`);
    const report = yearReport(one, result);
    assert.match(report, /^The year 2027 with 1 claim, seed 1, looked at every 60 minutes\n/);
    assert.match(
      report,
      new RegExp(`\n {2}digests told \\(R79\\) +${digests}, ${mornings} mornings checked\n`),
    );
    assert.match(yearReport({ ...small, checkEveryMinutes: 1 }, result), / 150 claims, .* every minute\n/);
  });

  it('prints the counts, and each difference that is kept', async () => {
    const result = await simulateYear({ claims: 3, seed: 1, checkEveryMinutes: 240 });
    const report = yearReport(small, { ...result, differences: 1, shown: ['C-1 after submit\n    is 1'] });
    assert.match(report, /claims filed +3\n/);
    assert.match(report, /differences +1\n/);
    assert.match(report, /C-1 after submit/);
  });
});

describe('When “npm run simulate” is run', function () {
  this.timeout(120_000);
  const few = ['--claims', '10', '--seed', '3', '--minutes', '60'];

  it('prints the counts and ends with 0 when all is as calculated', async () => {
    const { code, stdout, stderr } = await run(few);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /claims filed +10\n[\s\S]*\n {2}differences +0\n.* of memory\n$/);
  });

  it('says what differs and ends with 1: the same year with a library that has forgotten Labor Day', async () => {
    const { code, stdout, stderr } = await run(few, ['--import', './test/support/forgottenHoliday.ts']);
    assert.deepEqual([code, stderr], [1, '']);
    assert.match(stdout, /\n {2}differences +[1-9]\d*\n/);
    assert.match(
      stdout,
      /\n {2}C-\d{8} after submit at 2027-09-\S+\n {4}is {7}\{"status":"Submitted",.*\n {4}must be {2}\{.*\n/,
    );
    assert(
      stdout.split('\n').every(({ length }) => length < 200),
      'a line that nobody can read',
    );
  });

  it('plays nothing and ends with 2 for what it cannot read, and says how the command is written', async () => {
    const sentences = {
      "Unknown option '--claim'.": ['--claim', '5'],
      "Option '--seed <value>' argument missing.": ['--seed'],
      "Unexpected argument '5'.": ['5'],
      '--minutes must be a whole number from 1 to 60, not “61”.': ['--minutes', '61'],
    };
    for (const [sentence, args] of Object.entries(sentences))
      assert.deepEqual(await run(args), { code: 2, stdout: '', stderr: `${sentence}\n${usage}\n` });
  });

  /** Without npm; `before` are options of Node itself. */
  function run(args: readonly string[], before: readonly string[] = []) {
    return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
      const cwd = join(import.meta.dirname, '../../..');
      const all = [...nodeFlags, ...before, 'tools/simulate/main.ts', ...args];
      execFile(process.execPath, all, { cwd, timeout: 60_000 }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    });
  }
});
