import assert from 'node:assert/strict';
import type { Actor } from '../../../../services/domain/actor.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';

const ana = fromDemo('Ana Ruiz');
const rita = fromDemo('Rita Svensson');
const raj = fromDemo('Raj Mehta');

for (const { adapter, open } of adapters) {
  describe(`Which files a reviewer has opened, on ${adapter} (D15)`, () => {
    let world: MemoryClaims;
    let claim: SubmittedClaim;
    beforeEach(async () => {
      world = await memoryClaims({ open });
      claim = await world.submitted(ana);
    });
    afterEach(() => world.close());

    const opened = (actor: Actor) => world.claims.openedFiles.openedBy(actor, claim);
    const opens = (actor: Actor, file: string) => world.claims.openedFiles.remember(actor, claim, file);

    it('is kept for each reviewer, once for each file', async () => {
      for (const file of ['a', 'b', 'a']) await opens(rita, file);
      assert.deepEqual(await opened(rita), ['a', 'b']);
      assert.deepEqual(await opened(raj), []);
    });

    it('is kept for two that were opened at the same moment, at two processes', async () => {
      const other = world.startProcess();
      await Promise.all([opens(rita, 'a'), other.openedFiles.remember(rita, claim, 'b')]);
      assert.deepEqual([...(await opened(rita))].sort(), ['a', 'b']);
    });

    it('is not kept for partners, and changes neither the claim nor its version', async () => {
      await opens(ana, 'a');
      await opens(rita, 'a');
      assert.deepEqual(await opened(ana), []);
      assert.deepEqual(grantedValue(await world.claims.get(ana, claim.number)), claim);
    });
  });
}
