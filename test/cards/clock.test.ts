// Above 200 lines: every sentence about time on a card, on both sides, read together.

import assert from 'node:assert/strict';
import { claimCard } from '../../cards/claim/claim.ts';
import {
  actionRequired,
  approved,
  asPartner,
  asReviewer,
  rejected,
  submitted,
  underReview,
} from '../../cards/gallery/sampleClaims.ts';
import { sampleReader as reader } from '../../cards/gallery/sampleReader.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { helpTopicCard } from '../../cards/help/helpTopic.ts';
import { claimListCard } from '../../cards/list/claimList.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { createCalendar } from '../../services/calendar/calendar.ts';
import type { ListedClaim } from '../../services/claims/lists/views.ts';
import { inLanes, ofType, readable } from './official.ts';

const textOf = (view: Parameters<typeof claimCard>[0], who = reader) =>
  readable(claimCard(view, who).content);
const colorOf = (view: Parameters<typeof claimCard>[0], text: RegExp) =>
  ofType(claimCard(view, reader).content, 'TextBlock').find((block) => text.test(String(block.text)))?.color;
const sample = (id: string) => samples(reader).find((each) => each.id === id)?.card;

describe('When a clock runs (R71–R73, R76, R78)', () => {
  it('says by when in the centre’s zone, how much is left, and the instant where the reader is', () => {
    const local =
      '\\{\\{DATE\\(2026-11-28T08:00:00Z,SHORT\\)\\}\\} \\{\\{TIME\\(2026-11-28T08:00:00Z\\)\\}\\}';
    assert.match(
      textOf(asPartner(actionRequired)),
      new RegExp(
        `Answer by Fri 27 Nov 2026, 24:00 Pacific Time\n4 business days left \\(on \\{\\{DATE\\(2026-11-21T[0-9:]+Z,SHORT\\)\\}\\}\\) · in your time zone: ${local}`,
      ),
    );
  });

  it('says to each side what is expected, and from whom', () => {
    assert.match(textOf(asPartner(submitted)), /The review begins by Mon 23 Nov 2026, 24:00 Pacific Time/);
    assert.match(
      textOf(asReviewer(submitted)),
      /Start the review by Mon 23 Nov 2026[\s\S]*1 business day left/,
    );
    assert.match(textOf(asPartner(underReview)), /The decision is due by Tue 24 Nov 2026/);
    assert.match(textOf(asReviewer(underReview)), /Decide by Tue 24 Nov 2026/);
    assert.match(textOf(asReviewer(actionRequired)), /Fabrikam Consulting has until Fri 27 Nov 2026/);
    assert.match(textOf(asPartner(rejected)), /comment until Sun 20 Dec 2026[\s\S]*29 days left/);
  });

  it('names the day of its count on a card that is not updated because it has inputs', () => {
    const asOf = /business days? left \(on \{\{DATE/;
    for (const view of [asPartner(actionRequired), { ...asPartner(underReview), form: 'comment' }] as const)
      assert.match(textOf(view), asOf);
    for (const view of [asPartner(underReview), asReviewer(underReview), asReviewer(actionRequired)])
      assert.doesNotMatch(textOf(view), asOf);
    assert.match(textOf(asPartner(actionRequired, '2026-11-27T18:00:00.000Z')), /Today \(\{\{DATE/);
    const notice = { tone: 'warning', text: 'The claim has changed.' } as const;
    for (const moment of [{ notice }, { brief: true }, { proofLinks: [] }])
      assert.match(textOf({ ...asReviewer(underReview), ...moment }), asOf, 'a card without a refresh');
  });

  it('says until when the customer can decline, to both sides (R75)', () => {
    const window = { ...approved, declineUntil: '2026-12-01T08:00:00.000Z' };
    for (const view of [asPartner, asReviewer]) {
      assert.match(textOf(view(window)), /The customer can decline until Mon 30 Nov 2026[\s\S]*\d days left/);
      assert.match(textOf(view(window, '2026-12-02T18:00:00.000Z')), /time to decline ended Mon 30 Nov 2026/);
      assert.equal(colorOf(view(window), /can decline until/), 'default');
      assert.doesNotMatch(textOf(view(approved)), /decline/);
    }
  });

  it('shows the date to answer by under the question to a holder, to both sides, and promises it beforehand (D7)', () => {
    const wish =
      /kick-off\?[\s\S]*Please answer by Fri 27 Nov 2026, 24:00 Pacific Time\. The claim stays approved/;
    for (const viewer of ['partner', 'reviewer']) {
      const card = sample(`claim/${viewer}/holder-asked`);
      assert(card);
      assert.match(readable(card.content), wish);
    }
    const form = sample('claim/reviewer/ask-holder');
    assert.match(readable(form?.content ?? assert.fail()), /a date to answer by, in five business days/);
  });

  it('promises only that one can write about a rejection', () => {
    for (const view of [
      asPartner(rejected),
      { ...asPartner(rejected, '2026-12-18T18:00:00.000Z'), event: 'deadlineNear' as const },
    ])
      assert.doesNotMatch(textOf(view), /dispute/i);
  });

  it('says when today is the last day, and marks it for the reviewer', () => {
    const view = asReviewer(underReview, '2026-11-24T18:00:00.000Z');
    assert.match(textOf(view), /Today is the last day/);
    assert.equal(colorOf(view, /Decide by/), 'warning');
    assert.equal(colorOf(asReviewer(underReview), /Decide by/), 'default');
  });
});

describe('When the reviewers have missed a deadline (D10)', () => {
  const late = '2026-11-30T18:00:00.000Z';

  it('stands out on their card as overdue', () => {
    for (const claim of [submitted, underReview])
      assert.equal(colorOf(asReviewer(claim, late), /^Overdue since .*24:00 Pacific Time$/), 'attention');
  });

  it('is stated calmly to the partner, who need not do anything', () => {
    for (const claim of [submitted, underReview]) {
      const view = asPartner(claim, late);
      assert.match(textOf(view), /was due (to begin )?by [\s\S]*This is taking longer than planned/);
      assert.doesNotMatch(textOf(view), /overdue/i);
      assert.equal(colorOf(view, /was due/), 'default');
    }
  });
});

describe('When a deadline is near (R79)', () => {
  it('says by when, what happens otherwise, and takes the answer right there', () => {
    const card = claimCard(
      { ...asPartner(actionRequired, '2026-11-25T18:00:00.000Z'), event: 'deadlineNear' },
      reader,
    );
    assert.match(
      readable(card.content),
      /Your answer is due soon\nAnswer by Fri 27 Nov[\s\S]*1 business day left[\s\S]*If the claim is not sent back by then, it is rejected/,
    );
    assert.equal(ofType(card.content, 'Input.Text')[0]?.id, 'comment');
    assert.equal(inLanes(card.content).right[0]?.title, 'Resubmit');
    assert.match(card.summary, /^Answer for C-7F3K-9Q2M by Fri 27 Nov 2026, or it is rejected: /);
  });

  it('says on the last day that it is the last', () => {
    const view = { ...asPartner(actionRequired, '2026-11-27T18:00:00.000Z'), event: 'deadlineNear' } as const;
    assert.match(
      textOf(view),
      /\nLast reminder: your answer is due\n[\s\S]*\nToday \(\{\{DATE\(2026-11-27T18:00:00Z,SHORT\)\}\}\) is the last day/,
    );
  });

  it('says of a rejection until when one can write, and what stays possible', () => {
    const view = { ...asPartner(rejected, '2026-12-18T18:00:00.000Z'), event: 'deadlineNear' } as const;
    assert.match(
      textOf(view),
      /The time to write to the reviewer ends soon\n[\s\S]*until Sun 20 Dec[\s\S]*A new claim from this one is still possible/,
    );
  });
});

describe('When nobody answered in time (R73)', () => {
  it('says so to both sides, by when it was, and quotes nothing empty', () => {
    for (const viewer of ['partner', 'reviewer']) {
      const card = sample(`claim/${viewer}/expired`);
      assert(card);
      const text = readable(card.content);
      assert.match(text, /No answer in time/);
      assert.doesNotMatch(text, /\*\*\*\*|^\s*· Reviewer/m);
    }
    const text = readable(sample('claim/partner/expired')?.content ?? assert.fail());
    assert.match(text, /was not sent back by Fri 27 Nov 2026, 24:00 Pacific Time/);
  });
});

describe('When the review centre is elsewhere (R78)', () => {
  const calendar = createCalendar({ country: 'SE', timeZone: 'Europe/Stockholm', weekend: [6, 7] });
  const there = { ...reader, centreZone: calendar.timeZone };

  it('says every deadline in that zone, on cards, in refusals and in the help', () => {
    // 24:00 of Friday 27 November in Stockholm.
    const claim = { ...actionRequired, answerBy: '2026-11-27T23:00:00.000Z' };
    const clock = {
      kind: 'answer',
      at: claim.answerBy,
      daysLeft: 4,
      asOf: claim.updatedAt,
      overdue: false,
    } as const;
    const zone = /24:00 Central European Time/;
    for (const text of [
      textOf({ ...asPartner(claim), clock }, there),
      textOf({ ...asReviewer(claim), clock }, there),
      refusalText({ code: 'tooLate', data: { until: claim.answerBy } }, there),
      readable(helpTopicCard({ topic: 'deadlines', audience: 'filer' }, there).content),
    ]) {
      assert.match(text, zone);
      assert.doesNotMatch(text, /Pacific/);
    }
    assert.match(textOf({ ...asPartner(claim), clock }, there), /Answer by Fri 27 Nov 2026/);
  });
});

describe('When claims are listed (R68)', () => {
  it('marks what is overdue, due today and contested in the queue', () => {
    const card = sample('list/queue');
    assert(card);
    const colors = ofType(card.content, 'TextBlock').map(({ text, color }) => `${text}: ${color}`);
    for (const marked of [
      'Overdue since Thu 19 Nov 2026: attention',
      'Due today: warning',
      'Contested: warning',
    ])
      assert(colors.includes(marked), marked);
  });

  it('keeps the filter for the next page, and lets it be dropped', () => {
    const filter = { status: 'Approved', customer: 'contoso' } as const;
    const claims: ListedClaim[] = [
      { number: 'C-7F3K-9Q2M', version: 7, status: 'Approved', updatedAt: '2026-11-20T18:30:00.000Z' },
    ];
    const { content } = claimListCard(
      { kind: 'mine', asOf: '2026-11-21T17:00:00.000Z', filter, claims, next: [3, 'a', 'b', 'c'] },
      reader,
    );
    const data = ofType(content, 'Action.Execute').map((action) => action.data);
    assert(
      data.some(
        (each) =>
          JSON.stringify(each) ===
          JSON.stringify({ verb: 'claim.list', after: [3, 'a', 'b', 'c'], before: 1, filter }),
      ),
    );
    assert(data.some((each) => JSON.stringify(each) === JSON.stringify({ verb: 'claim.list' })));
    assert.match(readable(content), /Only: Approved · customer: contoso/);
    assert.equal(ofType(content, 'Input.ChoiceSet')[0]?.value, 'Approved');
  });
});
