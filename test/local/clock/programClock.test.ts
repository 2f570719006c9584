import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProgramClock } from '../../../local/clock/programClock.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';

const minuteMs = 60_000;

describe('When the program’s time is moved', () => {
  let real: number;
  let folder: ReturnType<typeof temporaryDirectory>;
  beforeEach(() => {
    real = Date.parse('2026-11-23T18:00:00.000Z');
    folder = temporaryDirectory();
  });
  afterEach(() => folder.remove());

  const file = () => join(folder.path, 'new', 'clock.json');
  const open = () => createProgramClock({ file: file(), realNow: () => new Date(real) });
  const at = (clock: ReturnType<typeof open>) => clock.now().toISOString();

  it('is the real time until then', () => {
    const clock = open();
    assert.deepEqual([at(clock), clock.aheadMs()], ['2026-11-23T18:00:00.000Z', 0]);
  });

  it('stands at that instant, and goes on from there', () => {
    const clock = open();
    clock.advanceTo('2026-11-30T17:00:00.000Z');
    assert.equal(at(clock), '2026-11-30T17:00:00.000Z');
    real += minuteMs;
    assert.equal(at(clock), '2026-11-30T17:01:00.000Z');
  });

  it('never goes back', () => {
    const clock = open();
    clock.advanceTo('2026-11-30T17:00:00.000Z');
    for (const earlier of ['2026-11-29T17:00:00.000Z', '2020-01-01T00:00:00.000Z']) clock.advanceTo(earlier);
    assert.equal(at(clock), '2026-11-30T17:00:00.000Z');
  });

  it('is as far ahead after a restart', () => {
    open().advanceTo('2026-11-30T17:00:00.000Z');
    real += minuteMs;
    assert.equal(at(open()), '2026-11-30T17:01:00.000Z');
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(file(), 'utf8'))), ['aheadMs']);
  });

  it('does not start with a file that says something else, and names it', () => {
    open().advanceTo('2026-11-30T17:00:00.000Z');
    for (const wrong of ['', '{"aheadMs": -5}', '{"aheadMs": "soon"}', '[]']) {
      writeFileSync(file(), wrong);
      assert.throws(open, (error: Error) => error.message.startsWith(file()));
    }
  });
});
