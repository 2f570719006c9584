import assert from 'node:assert/strict';
import { isIrrelevant, isStillNews } from '../../../services/claims/news.ts';
import type { Recipient } from '../../../services/domain/alert.ts';
import {
  audiences,
  type EventOf,
  isUnmoved,
  opensCard,
  opensDraftCard,
  opensThread,
} from '../../../services/domain/audience.ts';
import { type ClaimStatus, claimStatuses } from '../../../services/domain/claim.ts';
import { alertFor } from '../../../services/domain/rules/alertFor.ts';
import { contestAlertFor } from '../../../services/domain/rules/contestAlertFor.ts';
import { draftAlertFor, draftGoneAlert } from '../../../services/domain/rules/draftAlertFor.ts';
import { subscriptionEndedAlertFor } from '../../../services/domain/rules/subscriptionEndedAlertFor.ts';
import { emptySlot, join, type Slot, touch } from '../../../services/domain/slot.ts';
import { aClaim, aContestedSlot, aDraft } from '../../support/aClaim.ts';
import { thanksgivingMonday as at } from '../../support/deciding.ts';

const [ana, ben] = ['Ana', 'Ben'].map((name) => ({ id: name, name }));
const [rita, raj] = ['Rita', 'Raj'].map((name) => ({ id: name, name }));
assert(ana && ben && rita && raj);

/** A row of R99 as text: who gets a message (`!`), and whose card is updated. */
interface Expected {
  readonly reaches: string;
  /** The same without a move, where that is not the same. */
  readonly unmoved?: string;
  readonly opens: 'a card' | 'a thread' | 'nothing';
  /** Somebody may be typing on the card: then it stays. */
  readonly sparesTyping?: true;
  readonly newsIn: 'any status' | readonly ClaimStatus[];
  /** It is dropped once the clock it warns of has stopped. */
  readonly endsWithClock?: true;
}

const everybodyElse = 'Ana Ben Rita Raj reviewers';
const anyStatus = { newsIn: 'any status' } as const;

const expected: Readonly<Record<EventOf<'claim'>, Expected>> = {
  newClaim: { reaches: 'Ana Ben Rita Raj reviewers!', opens: 'a thread', newsIn: ['Submitted'] },
  resubmitted: { reaches: 'Ana Ben Rita Raj reviewers!', opens: 'a card', newsIn: ['Submitted'] },
  actionRequired: {
    reaches: 'Ana! Ben! Rita Raj reviewers',
    opens: 'a card',
    newsIn: ['PartnerActionRequired'],
  },
  approved: { reaches: 'Ana! Ben! Rita Raj reviewers', opens: 'a card', newsIn: ['Approved'] },
  rejected: { reaches: 'Ana! Ben! Rita Raj reviewers', opens: 'a card', newsIn: ['Rejected'] },
  partnerComment: { reaches: 'reviewers!', opens: 'a card', sparesTyping: true, ...anyStatus },
  reviewerComment: { reaches: 'Ana! Ben!', opens: 'a card', sparesTyping: true, ...anyStatus },
  subscriptionEnded: { reaches: 'Ana! Ben!', opens: 'a card', sparesTyping: true, ...anyStatus },
  deadlineNear: {
    reaches: 'Ana! Ben!',
    opens: 'a card',
    sparesTyping: true,
    endsWithClock: true,
    ...anyStatus,
  },
  changed: { reaches: everybodyElse, unmoved: '', opens: 'nothing', ...anyStatus },
  edited: { reaches: everybodyElse, opens: 'nothing', sparesTyping: true, ...anyStatus },
  reviewTakenOver: { reaches: everybodyElse, opens: 'nothing', sparesTyping: true, ...anyStatus },
  arbitration: { reaches: 'Ana Ben', opens: 'nothing', sparesTyping: true, ...anyStatus },
};

const claim = aClaim({ status: 'UnderReview', followers: [ana, ben], reviewers: [rita, raj] });
const reached = (recipients: readonly Recipient[] = []): string =>
  recipients
    .map(({ to, notify }) => {
      const names = { person: 'personId' in to && to.personId, claim: 'number' in to && to.number };
      return `${to.kind === 'reviewers' ? to.kind : names[to.kind]}${notify ? '!' : ''}`;
    })
    .join(' ');

const isClaimEvent = (name: string): name is EventOf<'claim'> => name in expected;

describe('When something happens to a claim (R99)', () => {
  for (const event of Object.keys(expected).filter(isClaimEvent)) {
    const row = expected[event];
    const by = (actorId: string, moved = true) =>
      reached(alertFor(claim, { event, moved, at, actorId })?.recipients);

    it(`${event} reaches ${row.reaches}`, () => {
      assert.equal(by('system'), row.reaches);
      assert.equal(by('system', false), row.unmoved ?? row.reaches);
    });

    it(`${event} does not reach the person who pressed`, () => {
      for (const { id } of [ana, ben, rita, raj]) {
        const others = row.reaches.split(' ').filter((reader) => reader.replace('!', '') !== id);
        assert.equal(by(id), others.join(' '));
      }
    });

    it(`${event} opens ${row.opens}`, () => {
      assert.deepEqual(
        [opensCard(event), opensThread(event)],
        [row.opens !== 'nothing', row.opens === 'a thread'],
      );
      assert.equal(isUnmoved(event), row.sparesTyping === true);
    });

    it(`${event} is news in ${row.newsIn}`, () => {
      const statuses = claimStatuses.filter((status) => isStillNews(event, status));
      assert.deepEqual(statuses, row.newsIn === 'any status' ? claimStatuses : row.newsIn);
      const view = { claim, viewer: 'partner', may: [], partnerName: 'Fabrikam', names: {} } as const;
      assert.equal(isIrrelevant({ event, version: 1 }, view), row.endsWithClock === true);
    });
  }
});

describe('When something happens to a draft (R99, D13)', () => {
  const draft = aDraft({ filedBy: ana, ownedBy: ben });
  const gone = draftGoneAlert(draft, { at, actorId: 'system' });
  for (const [event, recipients, reaches] of [
    ['draftReminder', draftAlertFor('remind', draft, { at }).recipients, 'Ben! Ana!'],
    ['draftNotice', draftAlertFor('notice', draft, { at }).recipients, 'Ben! Ana!'],
    ['draftDeleted', gone?.recipients, 'Ben Ana'],
  ] as const) {
    it(`${event} reaches ${reaches}`, () => {
      assert.equal(reached(recipients), reaches);
      assert.equal(opensDraftCard(event), reaches.endsWith('!'));
    });
  }
});

describe('When something happens to a slot (R54, R45)', () => {
  const alone = join(emptySlot('workload:teams'), { partnerId: 'other', number: 'C-1', since: at });
  const contested = join(alone, { partnerId: claim.partnerId, number: claim.number, since: at });
  const on = (before: Slot, after: Slot) =>
    reached(contestAlertFor({ before, after }, claim, { at, actorId: 'Ana' })?.recipients);

  it('a competing claim alerts the reviewers, and a command informs the claim that was there', () => {
    assert.equal(on(alone, contested), 'reviewers! C-1');
  });

  it('anything else that happens on a contested slot updates its card', () => {
    assert.equal(on(contested, touch(contested)), 'reviewers');
    assert.equal(on(contested, alone), 'reviewers');
  });

  it('an ended subscription updates the contest’s card, and a command informs every claim', () => {
    const before = aContestedSlot();
    const ended = subscriptionEndedAlertFor(
      { before, after: touch(before) },
      { customerTenantId: 'tenant', at },
    );
    assert.equal(reached(ended?.recipients), 'reviewers C-7F3K-9Q2M C-0000-0009');
  });
});

/** What R99 asks for and nothing does yet: partner, channel, reviewers' own chats; what it brings; the row beside R99. */
const notBuilt: Readonly<Record<string, string>> = {
  disputeOpened: 'refresh reply refresh UnderReview D4',
  disputeAnswered: 'tell refresh refresh Approved,Rejected D4',
  contestDecided: 'tell refresh refresh stays D27',
  declined: 'tell reply refresh Rejected R93',
  withdrawn: 'tell reply refresh Rejected R83',
  windowClosed: 'tell no no stays R7',
  subscriptionEnding: 'tell no no stays D24',
  slotContested: 'tell no no stays D27',
  mailReturned: 'tell reply no stays D1',
  mailUndelivered: 'no reply no stays D1',
  nudged: 'no reply no stays R99',
  requestUnseen: 'no reply no stays D25',
  draftTakenOver: 'tell D13',
  draftDeletedByColleague: 'tell D13',
  draftClaimable: 'tell R99',
};

describe('When R99 asks for more than is built', () => {
  it('says so in the table', () => {
    const rows = Object.values(audiences).flatMap((part) => Object.entries<object>(part));
    const marked = rows.filter(([, row]) => 'notBuilt' in row);
    assert.deepEqual(
      Object.fromEntries(marked.map(([event, row]) => [event, Object.values(row).join(' ')])),
      notBuilt,
    );
  });

  it('has no event beside these, those above and the digest', () => {
    const built = [...Object.keys(expected), 'draftReminder', 'draftNotice', 'draftDeleted'];
    const contests = ['competingClaim', 'contestChanged', 'slotEnded'];
    assert.deepEqual(
      Object.values(audiences).flatMap(Object.keys).sort(),
      [...built, ...contests, 'digest', ...Object.keys(notBuilt)].sort(),
    );
  });

  it('begins a message of its own with each digest, and adds each competing claim to the contest’s thread', () => {
    assert.equal(audiences.digest.digest.channel, 'begin');
    assert.deepEqual(audiences.contest, {
      competingClaim: { channel: 'reply', claims: 'command' },
      contestChanged: { channel: 'refresh', claims: 'no' },
      slotEnded: { channel: 'refresh', claims: 'command' },
    });
  });
});
