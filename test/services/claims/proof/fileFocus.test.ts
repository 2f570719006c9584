import assert from 'node:assert/strict';
import { createFileFocus } from '../../../../services/claims/proof/fileFocus.ts';
import { openSqlite } from '../../../support/openStores.ts';

describe('When a file is sent in a conversation', () => {
  it('knows the claim that was shown there last, in that conversation only', async () => {
    const { store, close } = openSqlite(() => new Date('2026-11-23T18:00:00.000Z'));
    const focus = createFileFocus(store);
    assert.equal(await focus.find('a:1'), undefined);
    await focus.set('a:1', 'C-0000-0001');
    await focus.set('a:2', 'C-0000-0003');
    await focus.set('a:1', 'C-0000-0002');
    assert.equal(await focus.find('a:1'), 'C-0000-0002');
    assert.equal(await focus.find('a:2'), 'C-0000-0003');
    await close();
  });
});
