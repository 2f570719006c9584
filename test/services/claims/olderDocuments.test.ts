import assert from 'node:assert/strict';
import { readingOlderDocuments } from '../../../services/claims/olderDocuments.ts';
import type { NewDocument } from '../../../services/storage/documents/documentStore.ts';
import { openSqlite } from '../../support/openStores.ts';

describe('A document that was stored under earlier names', () => {
  const written: readonly NewDocument<unknown>[] = [
    {
      pk: 'customer',
      id: 'claim:C-0000-0001',
      type: 'claim',
      body: {
        status: 'Rejected',
        updatedAt: '2026-11-23T18:00:00.000Z',
        rejectedBy: { id: 'programme', name: '' },
        comments: [
          { side: 'partner', by: { id: 'ana', name: 'Ana' }, text: 'programme' },
          { side: 'programme', notice: 'arbitration' },
        ],
      },
    },
    {
      pk: 'customer',
      id: 'history:C-0000-0001:000001',
      type: 'history',
      body: { side: 'programme', actor: { id: 'programme', name: '' }, event: { kind: 'ClaimRejected' } },
    },
    {
      pk: 'customer',
      id: 'slot:workload:teams',
      type: 'slot',
      body: { slot: 'workload:teams', endedClaims: ['C-0000-0001'] },
    },
    { pk: 'customer', id: 'address', type: 'address', body: { side: 'programme' } },
  ];

  it('is read and found under the names of today, what people wrote as they wrote it', async () => {
    const { store, close } = openSqlite(() => new Date('2026-11-23T18:00:00.000Z'));
    const writes = written.map((document) => ({ kind: 'create', document }) as const);
    assert((await store.batch('customer', writes)).ok);
    const reading = readingOlderDocuments(store);

    const claim = await reading.read('customer', 'claim:C-0000-0001');
    assert.deepEqual(claim?.body, {
      status: 'Rejected',
      updatedAt: '2026-11-23T18:00:00.000Z',
      rejectedBy: { id: 'system', name: '' },
      comments: [
        { side: 'partner', by: { id: 'ana', name: 'Ana' }, text: 'programme' },
        { side: 'system', notice: 'arbitration' },
      ],
    });
    const history = await reading.read('customer', 'history:C-0000-0001:000001');
    assert.deepEqual(history?.body, {
      side: 'system',
      actor: { id: 'system', name: '' },
      event: { kind: 'ClaimRejected' },
    });
    const found = await reading.query({
      type: 'claim',
      equals: { status: 'Rejected' },
      order: { field: 'updatedAt', direction: 'ascending' },
      limit: 1,
    });
    assert.deepEqual(found.documents[0]?.body, claim?.body);
    const other = await reading.read('customer', 'address');
    assert.deepEqual(other?.body, { side: 'programme' });
    await close();
  });
});
