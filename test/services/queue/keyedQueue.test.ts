import assert from 'node:assert/strict';
import { createKeyedQueue } from '../../../services/queue/keyedQueue.ts';

/** Tasks that begin and end in the log, and end when the test says so. */
function tasks() {
  const log: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const task = (name: string) => async () => {
    log.push(`${name} begins`);
    const end = Promise.withResolvers<string>();
    ends.set(name, end);
    const result = await end.promise;
    log.push(`${name} ends`);
    return result;
  };
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    log,
    task,
    settled,
    end: async (name: string) => {
      ends.get(name)?.resolve(`result of ${name}`);
      await settled();
    },
    fail: async (name: string, error: Error) => {
      ends.get(name)?.reject(error);
      await settled();
    },
  };
}

describe('When tasks queue by key', () => {
  it('runs those of one key one after the other, in the order in which they came', async () => {
    const queue = createKeyedQueue();
    const { log, task, end, settled } = tasks();
    const results = Promise.all(['a', 'b', 'c'].map((name) => queue('one', task(name))));
    await settled();
    for (const name of ['a', 'b', 'c']) await end(name);
    assert.deepEqual(log, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    assert.deepEqual(await results, ['result of a', 'result of b', 'result of c']);
  });

  it('runs those of different keys side by side', async () => {
    const queue = createKeyedQueue();
    const { log, task, end, settled } = tasks();
    const results = Promise.all([queue('one', task('a')), queue('other', task('b'))]);
    await settled();
    assert.deepEqual(log, ['a begins', 'b begins']);
    await end('b');
    await end('a');
    await results;
  });

  it('lets a failure block nobody, and reports it only to the caller that queued it', async () => {
    const queue = createKeyedQueue();
    const { log, task, end, fail, settled } = tasks();
    const failure = new Error('broken');
    const broken = assert.rejects(queue('one', task('a')), failure);
    const next = queue('one', task('b'));
    await settled();
    await fail('a', failure);
    await end('b');
    await broken;
    assert.equal(await next, 'result of b');
    assert.deepEqual(log, ['a begins', 'b begins', 'b ends']);
  });

  it('keeps the order for tasks that come while the last one runs', async () => {
    const queue = createKeyedQueue();
    const { log, task, end, settled } = tasks();
    const first = queue('one', task('a'));
    await settled();
    const second = queue('one', task('b'));
    await end('a');
    const third = queue('one', task('c'));
    await end('b');
    await end('c');
    await Promise.all([first, second, third]);
    assert.deepEqual(log, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});
