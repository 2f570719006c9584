import assert from 'node:assert/strict';
import { createShownCards } from '../../../services/outbox/shownCards.ts';
import { openSqlite } from '../../support/openStores.ts';

describe('When the bot remembers which cards are shown', () => {
  it('finds the newest card of a claim in a conversation, until it is forgotten', async () => {
    const { store, close } = openSqlite(() => new Date('2026-11-23T18:00:00.000Z'));
    const cards = createShownCards(store);
    const card = { activityId: '2', conversationId: '19:channel;messageid=1' };
    await cards.remember('19:channel', 'C-0000-0001', { activityId: '1', conversationId: '19:channel' });
    await cards.remember('19:channel', 'C-0000-0001', card);
    assert.deepEqual(await cards.find('19:channel', 'C-0000-0001'), card);
    assert.equal(await cards.find('19:channel', 'C-0000-0002'), undefined);
    assert.equal(await cards.find('a:1', 'C-0000-0001'), undefined);
    await cards.forget('19:channel', 'C-0000-0001');
    await cards.forget('19:channel', 'C-0000-0001');
    assert.equal(await cards.find('19:channel', 'C-0000-0001'), undefined);
    await close();
  });

  it('knows the claim that was shown last in each conversation', async () => {
    const { store, close } = openSqlite(() => new Date('2026-11-23T18:00:00.000Z'));
    const cards = createShownCards(store);
    const card = { activityId: '1', conversationId: 'a:1' };
    assert.equal(await cards.newest('a:1'), undefined);
    await cards.rememberNewest('a:1', 'C-0000-0001', card);
    await cards.rememberNewest('a:2', 'C-0000-0003', card);
    await cards.remember('a:1', 'C-0000-0004', card);
    assert.equal(await cards.newest('a:1'), 'C-0000-0001');
    await cards.setNewest('a:1', 'C-0000-0002');
    assert.equal(await cards.newest('a:1'), 'C-0000-0002');
    assert.equal(await cards.newest('a:2'), 'C-0000-0003');
    assert.deepEqual(await cards.find('a:1', 'C-0000-0001'), card);
    await close();
  });
});
