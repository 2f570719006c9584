import assert from 'node:assert/strict';
import type { BlobServiceClient, UserDelegationKey } from '@azure/storage-blob';
import { createDelegationKey } from '../../../../../services/storage/files/blob/blobDelegationKey.ts';

const minute = 60_000;

/** A service that counts how often it is asked and answers when it is told to. */
function countingService(now: () => Date) {
  const asked: { readonly from: Date; readonly until: Date }[] = [];
  let failing = false;
  const service = {
    getUserDelegationKey: async (from: Date, until: Date) => {
      asked.push({ from, until });
      await Promise.resolve();
      if (failing) throw new Error('the service is busy');
      return { value: `key ${asked.length}`, signedExpiresOn: until } as UserDelegationKey;
    },
    // The SDK's answer carries headers that nobody here reads.
  } as unknown as Pick<BlobServiceClient, 'getUserDelegationKey'>;
  const delegated = createDelegationKey({ service, now, longestLinkMs: 60 * minute });
  return {
    asked,
    fail: (yes: boolean) => {
      failing = yes;
    },
    value: async () => (await delegated()).value,
  };
}

describe('When links are signed for a managed identity', () => {
  let at: number;
  let service: ReturnType<typeof countingService>;
  beforeEach(() => {
    at = Date.parse('2026-11-02T08:00:00Z');
    service = countingService(() => new Date(at));
  });

  it('fetches one key for all links of some hours', async () => {
    for (let link = 0; link < 20; link += 1) {
      assert.equal(await service.value(), 'key 1');
      at += 10 * minute;
    }
    assert.equal(service.asked.length, 1);
  });

  it('fetches it once for links that are asked for at the same moment', async () => {
    const values = await Promise.all(Array.from({ length: 10 }, service.value));
    assert.deepEqual(new Set(values), new Set(['key 1']));
    assert.equal(service.asked.length, 1);
  });

  it('never gives a key that ends before the longest link would', async () => {
    for (let link = 0; link < 100; link += 1) {
      await service.value();
      const ends = service.asked.at(-1)?.until.getTime() ?? 0;
      assert(ends >= at + 60 * minute);
      at += 7 * minute;
    }
    assert.equal(service.asked.length, 3);
  });

  it('asks for a key that is already valid, even by a clock that is behind', async () => {
    await service.value();
    assert.deepEqual(
      service.asked.map(({ from }) => at - from.getTime()),
      [15 * minute],
    );
  });

  it('asks again after a failure, which everybody who waited hears', async () => {
    service.fail(true);
    const settled = await Promise.allSettled([service.value(), service.value()]);
    assert.deepEqual(
      settled.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    service.fail(false);
    assert.equal(await service.value(), 'key 2');
  });
});
