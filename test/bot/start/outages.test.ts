import { deepEqual, equal } from 'node:assert/strict';
import { createLogger } from '../../../bot/logger.ts';
import { type Dependency, WrongSettingError } from '../../../bot/start/dependency.ts';
import { noteOutages } from '../../../bot/start/noteOutages.ts';
import { createOutages } from '../../../bot/start/outages.ts';
import { createSqliteStore } from '../../../services/storage/documents/sqlite/sqliteStore.ts';
import { ServiceAwayError } from '../../../services/storage/serviceFault.ts';
import { until } from '../../support/until.ts';

describe('When what the bot needs goes and comes back', () => {
  let lines: { readonly msg: string; readonly setting?: string; readonly dependency?: string }[] = [];
  const logger = createLogger('info', { write: (line: string) => void lines.push(JSON.parse(line)) });
  /** What each probe ends with; undefined: it answers. */
  let ends: Partial<Record<Dependency['name'], Error>> = {};
  let probes = 0;

  const outagesOf = (...names: Dependency['name'][]) =>
    createOutages({
      dependencies: names.map((name) => ({
        name,
        probe: async () => {
          probes += 1;
          if (ends[name]) throw ends[name];
        },
      })),
      ...{ logger, now: () => new Date('2026-12-01T09:00:00Z'), probeMs: 500, everyMs: 5 },
    });

  beforeEach(() => {
    lines = [];
    ends = {};
    probes = 0;
  });

  it('it is asked again until it answers; what answers is not asked', async () => {
    ends = { files: new ServiceAwayError('no answer in time') };
    const outages = outagesOf('documents', 'files');
    deepEqual(await outages.probe(), []);
    deepEqual(outages.now(), { files: { since: '2026-12-01T09:00:00.000Z', why: 'no answer in time' } });
    outages.start();
    await until(() => probes > 4, 'more probes');
    ends = {};
    await until(() => outages.now() === undefined, 'its end');
    outages.stop();
    deepEqual(
      lines.map(({ msg, dependency }) => [msg, dependency]),
      [
        ['what the bot needs is away', 'files'],
        ['what the bot needs is back', 'files'],
      ],
    );
  });

  it('a setting that turns out to be wrong is logged once, and keeps nothing else away', async () => {
    ends = { files: new ServiceAwayError('cut off'), documents: new ServiceAwayError('cut off') };
    const outages = outagesOf('documents', 'files');
    await outages.probe();
    ends = { documents: new WrongSettingError('COSMOS_KEY', 'it is refused') };
    outages.start();
    await until(() => probes > 8, 'more probes');
    outages.stop();
    deepEqual(Object.keys(outages.now() ?? {}), ['documents']);
    equal(lines.filter(({ setting }) => setting === 'COSMOS_KEY').length, 1);
  });

  it('each call of the store says whether the database answers', async () => {
    const outages = outagesOf('documents');
    const sqlite = createSqliteStore({ file: ':memory:', indexes: [] });
    let isGone = true;
    const store = noteOutages(
      {
        ...sqlite,
        read: async (pk, id) => {
          if (isGone) throw new DOMException('late', 'TimeoutError');
          return await sqlite.read(pk, id);
        },
      },
      outages,
    );
    await store.read('p', 'a').catch(() => undefined);
    equal(outages.now()?.documents?.why, 'no answer in time');
    isGone = false;
    await store.read('p', 'a');
    equal(outages.now(), undefined);
    await sqlite.close();
  });
});
