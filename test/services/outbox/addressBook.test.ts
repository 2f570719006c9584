import assert from 'node:assert/strict';
import { createAddressBook } from '../../../services/outbox/addressBook.ts';
import type { DocumentStore } from '../../../services/storage/documents/documentStore.ts';
import { type OpenedStore, openSqlite } from '../../support/openStores.ts';

const now = () => new Date('2026-11-23T18:00:00.000Z');
const ana = { kind: 'person', personId: 'fabrikam-tenant/ana' } as const;
const reviewers = { kind: 'reviewers' } as const;

let opened: OpenedStore;
const open = () => {
  opened = openSqlite(now);
};

describe('When the bot remembers where people can be reached', () => {
  beforeEach(open);
  afterEach(() => opened.close());

  it('finds everybody at the newest place, each on their own', async () => {
    const book = createAddressBook<{ conversation: string }>(opened.store);
    await book.remember(ana, { conversation: 'a:1' });
    await book.remember(reviewers, { conversation: '19:channel' });
    await book.remember(ana, { conversation: 'a:2' });
    assert.deepEqual(await book.find(ana), { conversation: 'a:2' });
    assert.deepEqual(await book.find(reviewers), { conversation: '19:channel' });
    assert.equal(await book.find({ kind: 'person', personId: 'fabrikam-tenant/ben' }), undefined);
  });

  it('writes nothing when the place is known: every activity says where it comes from', async () => {
    let batches = 0;
    const counting: DocumentStore = {
      ...opened.store,
      batch: (pk, writes) => {
        batches += 1;
        return opened.store.batch(pk, writes);
      },
    };
    const book = createAddressBook<{ conversation: string }>(counting);
    for (let times = 0; times < 3; times += 1)
      await book.remember(ana, { conversation: 'a:1' }, await book.find(ana));
    assert.equal(batches, 1);
  });

  it('forgets people who have removed the bot, and forgetting twice is no error', async () => {
    const book = createAddressBook<{ conversation: string }>(opened.store);
    await book.remember(ana, { conversation: 'a:1' });
    await book.forget(ana);
    await book.forget(ana);
    assert.equal(await book.find(ana), undefined);
  });

  it('keeps what was missed when the bot is removed, and an address that comes at the same moment', async () => {
    const book = createAddressBook<{ conversation: string }>(opened.store);
    await book.remember(ana, { conversation: 'a:1' });
    await book.miss(ana, 'C-0000-0001');
    await book.forget(ana);
    await Promise.all([book.miss(ana, 'C-0000-0002'), book.remember(ana, { conversation: 'a:2' })]);
    assert.deepEqual(await book.contact(ana), {
      address: { conversation: 'a:2' },
      missed: ['C-0000-0001', 'C-0000-0002'],
    });
    await Promise.all([book.caughtUp(ana, 'C-0000-0001'), book.caughtUp(ana, 'C-0000-0002')]);
    assert.deepEqual(await book.contact(ana), { address: { conversation: 'a:2' }, missed: [] });
  });

  it('finds an address that was stored alone, before missed claims stood beside it', async () => {
    const pk = 'address:fabrikam-tenant/ana';
    const body = { conversation: 'a:old' };
    await opened.store.batch(pk, [
      { kind: 'upsert', document: { pk, id: 'address', type: 'address', body } },
    ]);
    const book = createAddressBook<{ conversation: string }>(opened.store);
    assert.deepEqual(await book.find(ana), body);
    await book.miss(ana, 'C-0000-0001');
    assert.deepEqual(await book.contact(ana), { address: body, missed: ['C-0000-0001'] });
  });
});
