import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { type ChatAddress, createChatAddresses, createZonesOf } from '../../../bot/teams/chatAddresses.ts';
import { demoPeople } from '../../../local/demo/demoPeople.ts';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import { createActivities } from '../../../local/teams/activities.ts';
import { chatIdOf } from '../../../local/teams/people.ts';
import { type AddressBook, createAddressBook } from '../../../services/outbox/addressBook.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { type OpenedStore, openSqlite } from '../../support/openStores.ts';

const now = () => new Date('2026-11-23T18:00:00.000Z');
const actor = fromDemo('Ana Ruiz');
assert(actor.kind === 'partner');
const ana = { kind: 'person', personId: actor.personId } as const;
const [person] = demoPeople(loadDemo(), ['ana']);
assert(person);
const bot = { id: '28:bot', name: 'CPOR Claims' };
const activities = createActivities({ bot, serviceUrl: 'http://127.0.0.1:9', now });
const place = { kind: 'personal', chat: chatIdOf(person), person } as const;

/** A message of Ana's, as Teams writes it; `localTimezone` as given, absent for undefined. */
const said = (localTimezone: unknown): Activity =>
  // The SDK's type has methods and dates that no JSON has; of it the places read a few fields.
  ({
    ...activities.text({ person, conversation: place }, '1', 'help'),
    localTimezone,
  }) as unknown as Activity;

describe('When somebody writes, their zone is kept with the place (R79)', () => {
  let opened: OpenedStore;
  let book: AddressBook<ChatAddress>;
  beforeEach(() => {
    opened = openSqlite(now);
    book = createAddressBook<ChatAddress>(opened.store);
  });
  afterEach(() => opened.close());

  const zones = () => createZonesOf(book)([{ id: actor.personId }]);
  const hear = async (localTimezone: unknown) => {
    const chatAddresses = createChatAddresses(book);
    const activity = said(localTimezone);
    await chatAddresses.remember(activity, actor, (await chatAddresses.contactOf(activity)).address);
  };

  it('as the newest message says it', async () => {
    await hear('America/Los_Angeles');
    await hear('Europe/Madrid');
    assert.deepEqual(await zones(), { [actor.personId]: 'Europe/Madrid' });
  });

  it('and stays when an activity names no zone, or an invalid one', async () => {
    await hear('Europe/Madrid');
    for (const unknown of [undefined, null, '', 'Romance Standard Time', '+01:00', 7]) await hear(unknown);
    assert.deepEqual(await zones(), { [actor.personId]: 'Europe/Madrid' });
  });

  it('and nobody has one who never sent one, or who cannot be reached', async () => {
    assert.deepEqual(await zones(), {});
    await hear(undefined);
    assert.deepEqual(await zones(), {});
    assert.equal((await book.find(ana))?.timeZone, undefined);
  });
});
