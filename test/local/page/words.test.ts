import { equal } from 'node:assert/strict';
import { aheadText, reachedText } from '../../../local/page/words.ts';

describe('When the page says how far the program’s time is ahead', () => {
  const day = 86_400_000;
  for (const [ms, text] of [
    [0, ''],
    [20_000, '1 minute ahead'],
    [23 * 3_600_000, '23 hours ahead'],
    [7 * day, '7 days ahead'],
    [700 * day, '700 days ahead'],
    [731 * day, '2 years ahead'],
    [2634 * day, '7 years ahead'],
  ] as const)
    it(`says “${text}”`, () => equal(aheadText(ms), text));
});

describe('When the page says what a jump has come to', () => {
  const reached = { what: 'answerDeadline', number: 'C-7F3K-9Q2M' } as const;

  it('names what happens, and how many more happen at the same time', () => {
    equal(reachedText(reached), 'C-7F3K-9Q2M: the partner’s time to answer is over.');
    equal(
      reachedText(reached, 1),
      'C-7F3K-9Q2M: the partner’s time to answer is over, and 1 more at the same time.',
    );
    equal(
      reachedText({ what: 'digest' }, 2),
      'The morning of the reviewers’ digest, and 2 more at the same time.',
    );
  });
});
