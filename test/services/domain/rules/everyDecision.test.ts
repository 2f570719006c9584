// Above 200 lines: the table of every command with what is decided, and the few tests over it.

import assert from 'node:assert/strict';
import { type Actor, system } from '../../../../services/domain/actor.ts';
import type { AlertEvent } from '../../../../services/domain/alert.ts';
import type { Claim } from '../../../../services/domain/claim.ts';
import type { Command, Decision } from '../../../../services/domain/command.ts';
import type { HistoryEvent } from '../../../../services/domain/history.ts';
import type { Slot } from '../../../../services/domain/slot.ts';
import { aClaim, aContestedSlot, aDraft, aProof, someDetails } from '../../../support/aClaim.ts';
import { anAdmin, aReviewer } from '../../../support/aPerson.ts';
import { thanksgivingMonday as at, decisionOf } from '../../../support/deciding.ts';

const ana = anAdmin();
const ben = anAdmin({ name: 'Ben Okafor', roles: ['BillingAdmin'] });
const rita = aReviewer();
const raj = aReviewer({ name: 'Raj Mehta' });
const person = ({ personId, name }: Actor) => ({ id: personId, name });
const shared = { version: 5, historySeq: 2, followers: [person(ana), person(ben)], reviewers: [person(raj)] };

/**
 * R85, R99: every command, who gets a new message and whose card is only updated. Cards change only with the status, or
 * with what is claimed. The person who pressed never gets a message.
 */
const cases: readonly {
  readonly what: string;
  readonly claim: Claim;
  readonly command: Command;
  readonly actor: Actor;
  readonly slots?: readonly Slot[];
  readonly history: HistoryEvent['kind'];
  readonly alert?: {
    readonly event: AlertEvent;
    readonly told: readonly string[];
    readonly refreshed: readonly string[];
  };
}[] = [
  {
    what: 'a submission tells the reviewers',
    claim: aDraft({ filedBy: person(ben) }),
    command: { name: 'submit', details: someDetails() },
    actor: ana,
    history: 'ClaimSubmitted',
    alert: { event: 'newClaim', told: ['reviewers'], refreshed: ['Ben Okafor'] },
  },
  {
    what: 'a started review tells nobody',
    claim: aClaim({ status: 'Submitted', ...shared }),
    command: { name: 'startReview' },
    actor: rita,
    history: 'ReviewStarted',
    alert: {
      event: 'changed',
      told: [],
      refreshed: ['Ana Ruiz', 'Ben Okafor', 'Raj Mehta', 'reviewers'],
    },
  },
  {
    what: 'a review that is taken over tells nobody and brings every card up to date (R98)',
    claim: aClaim({ status: 'UnderReview', ...shared, reviewer: person(raj) }),
    command: { name: 'takeOverReview' },
    actor: rita,
    history: 'ReviewTakenOver',
    alert: {
      event: 'reviewTakenOver',
      told: [],
      refreshed: ['Ana Ruiz', 'Ben Okafor', 'Raj Mehta', 'reviewers'],
    },
  },
  {
    what: 'a request tells everybody at the partner (R85)',
    claim: aClaim({ status: 'UnderReview', ...shared }),
    command: { name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' },
    actor: rita,
    history: 'InformationRequested',
    alert: {
      event: 'actionRequired',
      told: ['Ana Ruiz', 'Ben Okafor'],
      refreshed: ['Raj Mehta', 'reviewers'],
    },
  },
  {
    what: 'a resubmission tells the reviewers',
    claim: aClaim({ status: 'PartnerActionRequired', ...shared }),
    command: { name: 'resubmit', answer: 'All.' },
    actor: ben,
    history: 'ClaimResubmitted',
    alert: { event: 'resubmitted', told: ['reviewers'], refreshed: ['Ana Ruiz', 'Raj Mehta'] },
  },
  {
    what: 'an approval tells everybody at the partner',
    claim: aClaim({ status: 'UnderReview', ...shared }),
    command: { name: 'approve', confirmed: true },
    actor: raj,
    history: 'ClaimApproved',
    alert: { event: 'approved', told: ['Ana Ruiz', 'Ben Okafor'], refreshed: ['reviewers'] },
  },
  {
    what: 'a rejection tells everybody at the partner',
    claim: aClaim({ status: 'UnderReview', ...shared }),
    command: { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' },
    actor: rita,
    history: 'ClaimRejected',
    alert: { event: 'rejected', told: ['Ana Ruiz', 'Ben Okafor'], refreshed: ['Raj Mehta', 'reviewers'] },
  },
  {
    what: 'a comment of the partner tells the reviewers, and redraws no card that somebody may be typing on',
    claim: aClaim({ status: 'UnderReview', ...shared }),
    command: { name: 'comment', text: 'Hello' },
    actor: ben,
    history: 'Commented',
    alert: { event: 'partnerComment', told: ['reviewers'], refreshed: [] },
  },
  {
    what: 'a comment of a reviewer tells everybody at the partner (R85)',
    claim: aClaim({ status: 'Approved', ...shared }),
    command: { name: 'comment', text: 'Hello' },
    actor: rita,
    history: 'Commented',
    alert: { event: 'reviewerComment', told: ['Ana Ruiz', 'Ben Okafor'], refreshed: [] },
  },
  {
    what: 'a file tells nobody',
    claim: aClaim({ status: 'PartnerActionRequired', ...shared }),
    command: { name: 'addProof', proof: aProof({ id: 'file-2' }) },
    actor: ana,
    history: 'ProofAdded',
  },
  {
    what: 'an edit tells nobody and brings every card up to date: what is claimed has changed',
    claim: aClaim({ status: 'Submitted', ...shared }),
    command: { name: 'edit', changes: { mpnId: '4519930' } },
    actor: ben,
    history: 'ClaimEdited',
    alert: { event: 'edited', told: [], refreshed: ['Ana Ruiz', 'Raj Mehta', 'reviewers'] },
  },
  {
    what: 'brings the claimant’s cards up to date and tells nobody (R52)',
    claim: aClaim({ status: 'UnderReview', ...shared }),
    command: { name: 'announceArbitration' },
    actor: system,
    slots: [aContestedSlot()],
    history: 'ArbitrationAnnounced',
    alert: { event: 'arbitration', told: [], refreshed: ['Ana Ruiz', 'Ben Okafor'] },
  },
  {
    what: 'tells everybody at the partner and nobody else (R45)',
    claim: aClaim({ status: 'Approved', ...shared }),
    command: { name: 'announceSubscriptionEnd', subscriptionId: '2606fe35-e9ef-472a-abe7-a546d0a01bd1' },
    actor: system,
    history: 'SubscriptionEnded',
    alert: { event: 'subscriptionEnded', told: ['Ana Ruiz', 'Ben Okafor'], refreshed: [] },
  },
];

const names = new Map([ana, ben, rita, raj].map(({ personId, name }) => [personId, name]));

describe('When a command has been decided', () => {
  for (const { what, claim, command, actor, slots = [], history, alert } of cases) {
    const situation = { actor, slots };
    const decide = () => decisionOf(claim, command, situation);
    const alertOf = (decision: Decision) => decision.alerts.find(({ kind }) => kind === 'claim');
    const recipients = (notify: boolean) =>
      (alertOf(decide())?.recipients ?? [])
        .filter((recipient) => recipient.notify === notify)
        .map(({ to }) => (to.kind === 'person' ? (names.get(to.personId) ?? to.personId) : 'reviewers'));

    it(`${command.name} by ${actor.name}: ${what}`, () => {
      const written = alertOf(decide());
      assert.equal(written?.kind === 'claim' && written.event, alert?.event ?? false);
      assert.deepEqual(recipients(true), alert?.told ?? []);
      assert.deepEqual(recipients(false), alert?.refreshed ?? []);
    });

    it(`${command.name} by ${actor.name}: the version grows by one and the history says what happened`, () => {
      const { claim: after, history: entries } = decide();
      const entry = entries.at(-1);
      assert.equal(after.version, claim.version + 1);
      assert.equal(after.updatedAt, at);
      assert.deepEqual(
        [entry?.event.kind, entry?.seq, entry?.at, entry?.status, entry?.side, entry?.actor],
        [history, after.historySeq, at, after.status, actor.kind, person(actor)],
      );
      assert.equal(after.statusVersion, claim.status === after.status ? 5 : after.version);
    });

    it(`${command.name} by ${actor.name}: its alert waits for everybody, due at once`, () => {
      const written = alertOf(decide());
      if (!alert) return assert.equal(written, undefined);
      assert.deepEqual(
        [written?.version, written?.actorId, written?.attempts, written?.nextAttemptAt, written?.at],
        [claim.version + 1, actor.personId, 0, at, at],
      );
      assert(written?.recipients.every(({ result }) => result === 'waiting'));
    });
  }

  it('is followed by everybody at the partner who acts, and remembers every reviewer who acts', () => {
    const claim = aClaim({ status: 'UnderReview' });
    const byBen = decisionOf(claim, { name: 'comment', text: 'Hello' }, { actor: ben });
    const byRaj = decisionOf(byBen.claim, { name: 'comment', text: 'Hello' }, { actor: raj });
    const again = decisionOf(byRaj.claim, { name: 'comment', text: 'Bye' }, { actor: ben });
    assert.deepEqual(again.claim.followers, [person(ana), person(ben)]);
    assert.deepEqual(again.claim.reviewers, [person(raj)]);
  });
});
