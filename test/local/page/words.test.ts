import { equal } from 'node:assert/strict';
import { reachedText } from '../../../local/page/words.ts';

describe('When the page says what a jump has come to', () => {
  const reached = { what: 'answerOver', number: 'C-7F3K-9Q2M' } as const;

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
