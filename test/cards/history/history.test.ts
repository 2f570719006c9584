import assert from 'node:assert/strict';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import { samples } from '../../../cards/gallery/samples.ts';
import { historyCard } from '../../../cards/history/history.ts';
import type { HistoryEntry } from '../../../services/domain/history.ts';
import { actionData, buttonTitles, readable } from '../official.ts';

const textOf = (id: string) => {
  const card = samples(reader).find((sample) => sample.id === id)?.card;
  assert(card, id);
  return readable(card.content);
};

describe('When the history of a claim is read (R96)', () => {
  it('says what, who on which side, when where the reader is, and from which status to which', () => {
    assert.match(
      textOf('history/partner'),
      /Reviewer asked for more\nFrom Under review to Partner action required\nRita Reviewer · Reviewer · \{\{DATE\(.*\)\}\} \{\{TIME\(.*\)\}\}/,
    );
  });

  it('names the move of the oldest entry of a page too', () => {
    assert.match(textOf('history/middle'), /From Submitted to Partner action required/);
  });

  it('says nothing of a status that stays, nor before the first entry', () => {
    assert.match(textOf('history/partner'), /Comment\nRita Reviewer/);
    assert.match(textOf('history/partner'), /Draft created\nAnn Partner/);
  });

  it('names the partner of each person to reviewers, and only the side to partners', () => {
    assert.match(textOf('history/reviewer'), /Ann Partner · Fabrikam Consulting · /);
    assert.match(textOf('history/partner'), /Ann Partner · Partner · /);
  });

  it('says from what to what an edit went, and from whom a review was taken over', () => {
    const text = textOf('history/partner');
    assert.match(text, /desk@fabrikam\.com \(before: ann@fabrikam\.com\)/);
    assert.match(text, /Review taken over from Raj Mehta/);
  });

  it('leads to newer and older entries from a page in the middle, and only where there are any', () => {
    const titles = (id: string) =>
      buttonTitles(samples(reader).find((sample) => sample.id === id)?.card.content ?? assert.fail());
    assert.deepEqual(titles('history/middle'), ['Back to the claim', 'Newer', 'Older']);
    assert.deepEqual(titles('history/partner'), ['Back to the claim']);
    assert.match(textOf('history/middle'), /Entries 3 to 6 of \d+, newest first/);
    assert.doesNotMatch(textOf('history/partner'), /Entries/);
  });

  it('leaves no gap where long entries do not fit: what is cut off begins the older page', () => {
    const entries = Array.from({ length: 15 }, (_, index): HistoryEntry => {
      const actor = { id: 'person:ann', name: 'Ann Partner' };
      const text = 'long '.repeat(400);
      const common = {
        number: 'C-7F3K-9Q2M',
        at: '2026-11-20T18:30:00.000Z',
        actor,
        side: 'partner',
      } as const;
      return { ...common, seq: 30 - index, status: 'Submitted', event: { kind: 'Commented', text } };
    });
    const page = { number: 'C-7F3K-9Q2M', entries, total: 40, olderThan: 16, newerThan: 30 };
    const about = {
      viewer: 'partner',
      partnerName: 'F',
      claimName: 'C',
      status: 'Submitted',
      names: {},
    } as const;
    const { content } = historyCard({ ...about, page }, reader);
    const shown = readable(content).split('Comment\n').length - 1;
    assert(shown < 15);
    const older = actionData(content).find((data) => JSON.stringify(data).includes('olderThan'));
    assert.equal((older as { olderThan: number }).olderThan, 31 - shown);
    assert.match(readable(content), new RegExp(`Entries 11 to ${10 + shown} of 40, newest first`));
  });
});
