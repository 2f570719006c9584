import { deepEqual, equal, rejects } from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { traced, turnNow, untraced } from '../../bot/trace.ts';
import { checkTurn, storeInTurn, TurnOverError, transferring, withinTurn } from '../../bot/turnLimit.ts';
import { createSqliteStore } from '../../services/storage/documents/sqlite/sqliteStore.ts';

describe('When a turn takes too long', () => {
  const calls: string[] = [];
  const sqlite = createSqliteStore({ file: ':memory:', indexes: [] });
  const store = storeInTurn({
    ...sqlite,
    read: async (pk, id) => {
      calls.push(id);
      return id === 'hangs' ? await new Promise(() => undefined) : await sqlite.read(pk, id);
    },
  });
  const within = <T>(limitMs: number, handle: () => Promise<T>) => traced(() => withinTurn(limitMs, handle));

  beforeEach(() => calls.splice(0));
  after(() => sqlite.close());

  it('it is given up although a call hangs, and gets no store any more', async () => {
    let later: Promise<unknown> | undefined;
    const turn = within(50, async () => {
      await store.read('p', 'a');
      later = store.read('p', 'hangs').catch(() => store.read('p', 'b'));
      await later;
    });
    await rejects(turn, TurnOverError);
    await rejects(later ?? Promise.resolve(), TurnOverError);
    deepEqual(calls, ['a', 'hangs']);
  });

  it('what waited for others until then does not begin', async () => {
    let begun = false;
    const turn = within(50, async () => {
      await wait(400);
      checkTurn();
      begun = true;
    });
    await rejects(turn, TurnOverError);
    await wait(400);
    equal(begun, false);
  });

  it('the time in which a file arrives does not count, unless it fails', async () => {
    const slow = () => transferring(() => wait(400, 'arrived'));
    equal(
      await within(100, async () => [await slow(), (await store.read('p', 'a')) ?? 'read'].join()),
      'arrived,read',
    );
    const fails = () => transferring(() => wait(400).then(() => Promise.reject(new Error('cut off'))));
    await rejects(
      within(100, async () => {
        await fails().catch(() => undefined);
        await store.read('p', 'a');
      }),
      TurnOverError,
    );
  });

  it('what the system does by itself has no such limit', async () => {
    equal(await within(50, async () => untraced(turnNow)), undefined);
    equal(await store.read('p', 'a'), undefined);
  });
});
