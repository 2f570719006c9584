import { deepEqual, ok } from 'node:assert/strict';
import { rollingRestarts } from './rollingRestarts.ts';

describe('When two instances are restarted in turn under steady presses', function () {
  this.timeout(120_000);

  it('no press lacks its effect or its answer after Teams’ repetition, and none has two effects', async () => {
    // Each instance once; `npm run restarts` takes any number.
    const figures = await rollingRestarts({ restarts: 2, pauseMs: 400 });
    const { badEnds, withoutAnswer, withoutEffect, doubled, presses, comments } = figures;
    deepEqual(
      { badEnds, withoutAnswer, withoutEffect, doubled },
      { badEnds: 0, withoutAnswer: 0, withoutEffect: 0, doubled: 0 },
    );
    ok(presses > 10 && comments > 3, JSON.stringify(figures));
  });
});
