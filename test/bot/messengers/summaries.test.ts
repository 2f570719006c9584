// Above 200 lines: the table of every alert with its line, and the one reader of them all.

import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import { createDeliver } from '../../../bot/messengers/deliver.ts';
import { createPlainProactive } from '../../../bot/messengers/plainProactive.ts';
import { createPosting } from '../../../bot/messengers/posting.ts';
import { createProactive } from '../../../bot/messengers/proactive.ts';
import { createTell } from '../../../bot/messengers/tell.ts';
import type { ChatAddress } from '../../../bot/teams/chatAddresses.ts';
import { createInConversation } from '../../../bot/teams/inConversation.ts';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import type { Claims } from '../../../services/claims/claims.ts';
import { claimId, slotId } from '../../../services/claims/documents.ts';
import { createDirectory } from '../../../services/directory/directoryService.ts';
import type { AlertEvent, ContestAlert } from '../../../services/domain/alert.ts';
import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import { granted } from '../../../services/domain/refusal.ts';
import { contestAlertFor } from '../../../services/domain/rules/contestAlertFor.ts';
import { release, type Slot } from '../../../services/domain/slot.ts';
import { type AddressBook, createAddressBook } from '../../../services/outbox/addressBook.ts';
import { createShownCards } from '../../../services/outbox/shownCards.ts';
import { aClaim, aComment, contoso, someDetails } from '../../support/aClaim.ts';
import { toPerson, toReviewers } from '../../support/alertOutbox.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { doingOf } from '../badInput/answers.ts';

/** The longest name that can be typed, full of what Markdown would read. */
const claimName = `*Contoso* & [co](https://x.example) _adoption_ ${'of everything '.repeat(9)}`.slice(
  0,
  100,
);
const partnerName = `Fabrikam & Söner ${'Consulting '.repeat(20)}`.trim();
const details = someDetails({ claimName });
const said = { comments: [aComment('We are *there*.'), aComment('Thanks.', { side: 'reviewer' })] };

/** For each alert a claim of which it is news, and what its line must say. A new alert does not compile without. */
const news: Readonly<Record<AlertEvent, { readonly claim: SubmittedClaim; readonly says: RegExp }>> = {
  newClaim: { claim: aClaim({ status: 'Submitted', details }), says: /^New claim C-/ },
  resubmitted: {
    claim: aClaim({ status: 'Submitted', details, resubmitted: true }),
    says: /^Fabrikam & .*answered and resubmitted C-/,
  },
  partnerComment: {
    claim: aClaim({ status: 'UnderReview', details, ...said }),
    says: /^Fabrikam & .*commented on C-/,
  },
  reviewerComment: {
    claim: aClaim({ status: 'UnderReview', details, ...said }),
    says: /^The reviewer commented on C-/,
  },
  actionRequired: {
    claim: aClaim({ status: 'PartnerActionRequired', details }),
    says: /^More is needed for C-.*Answer by \w+/,
  },
  approved: { claim: aClaim({ status: 'Approved', details }), says: /^Claim C-\S+ is approved/ },
  rejected: { claim: aClaim({ status: 'Rejected', details }), says: /^Claim C-\S+ was rejected/ },
  arbitration: { claim: aClaim({ status: 'Submitted', details }), says: /^Claim C-\S+, Submitted/ },
  edited: { claim: aClaim({ status: 'Submitted', details }), says: /^Claim C-\S+, Submitted/ },
  reviewTakenOver: { claim: aClaim({ status: 'UnderReview', details }), says: /^Claim C-\S+, Under review/ },
  subscriptionEnded: {
    claim: aClaim({ status: 'Approved', details }),
    says: /^A subscription of C-\S+ has ended/,
  },
  deadlineNear: {
    claim: aClaim({ status: 'PartnerActionRequired', details }),
    says: /^Answer for C-\S+ by \w+/,
  },
  changed: { claim: aClaim({ status: 'UnderReview', details }), says: /^Claim C-\S+, Under review/ },
};

/** What a toast can show: a line of plain text. */
function isOneLine(summary: string | undefined): void {
  ok(summary && summary.trim() !== '', 'no summary');
  ok(summary.length < 150, `${summary.length} characters: ${summary}`);
  doesNotMatch(summary, /\\|\n|\*\*|\$\{|\{\{|\{\w+\}|undefined/);
}

interface Sent {
  readonly summary?: string;
  readonly attachments?: readonly unknown[];
}

describe('When an alert is sent', () => {
  let memory: MemoryClaims;
  let sent: Sent[];
  let addressBook: AddressBook<ChatAddress>;
  const ana = fromDemo('Ana Ruiz');
  const rita = fromDemo('Rita Svensson');

  beforeEach(async () => {
    memory = await memoryClaims();
    sent = [];
    addressBook = createAddressBook<ChatAddress>(memory.store);
    const place = { serviceUrl: 'http://127.0.0.1:9', channelId: 'msteams', bot: { id: '28:b', name: 'B' } };
    for (const { personId } of [ana, rita])
      await addressBook.remember(
        { kind: 'person', personId },
        { ...place, conversation: { id: `a:${personId}` } },
      );
    await addressBook.remember({ kind: 'reviewers' }, { ...place, conversation: { id: '19:reviewers' } });
  });
  afterEach(() => memory.close());

  /** Delivers over an adapter that keeps what would go to Teams. */
  function deliverOver(claims: Claims) {
    const keep = async (activity: Sent) => {
      sent.push(activity);
      return { id: '1' };
    };
    const context = {
      activity: { conversation: { id: '19:reviewers;messageid=1' } },
      sendActivity: keep,
      updateActivity: keep,
    };
    // The SDK's adapter is a class with private members; of it the messenger uses these two.
    const adapter = {
      continueConversationAsync: (_app: string, _to: unknown, act: (turn: unknown) => Promise<void>) =>
        act(context),
      async createConversationAsync(...given: unknown[]) {
        const [parameters, act] = given.slice(4) as [{ activity: Sent }, (turn: unknown) => Promise<void>];
        sent.push(parameters.activity);
        await act(context);
      },
    } as unknown as TeamsAdapter;
    const inConversation = createInConversation(adapter, '');
    const shownCards = createShownCards(memory.store);
    const posting = createPosting({ adapter, appId: '', inConversation });
    const proactive = createProactive({ posting, shownCards });
    const directory = createDirectory(memory.store, { now: memory.now });
    const all = { shownCards, claims, directory, reader };
    return createDeliver({
      ...{ addressBook, claims, posting, now: memory.now, reviewersChannelId: undefined },
      tell: createTell({ ...all, proactive }),
      tellPlainly: createTell({ ...all, proactive: createPlainProactive(posting, reader) }),
    }).deliver;
  }

  /** Whatever claim is asked for, it is this one. */
  const claimsWith = (claim: SubmittedClaim): Claims => ({
    ...memory.claims,
    get: async () => granted(claim),
    view: async (actor, shown) => ({ ...(await memory.claims.view(actor, shown)), partnerName }),
  });

  // A record's keys come back as plain strings; these are all of that type.
  for (const [event, { claim, says }] of Object.entries(news) as [AlertEvent, (typeof news)[AlertEvent]][]) {
    for (const notify of [true, false]) {
      it(`“${event}” ${notify ? 'tells' : 'brings cards up to date'}, with a line for the toast (R99)`, async () => {
        const deliver = deliverOver(claimsWith(claim));
        const { number, version, partnerId } = claim;
        const about = { kind: 'claim', topic: number, number, version, partnerId } as const;
        const alert = { ...about, event, at: claim.updatedAt, actorId: '', attempts: 0 };
        const recipients = [
          toPerson(ana.personId, { notify }),
          toPerson(rita.personId, { notify }),
          // The first begins a thread, the second is a reply in it.
          toReviewers({ notify }),
          toReviewers({ notify }),
        ];
        for (const recipient of recipients) {
          const before = sent.length;
          // A card that is brought up to date must be there.
          if (!notify) await showSomething(claim);
          equal((await deliver({ ...alert, recipients }, recipient)).kind, 'sent');
          const cards = sent.slice(before).filter(({ attachments }) => attachments?.length);
          ok(cards.length > 0 || !notify);
          for (const { summary } of cards) {
            isOneLine(summary);
            match(summary ?? '', new RegExp(claim.number));
          }
          const lines = cards.map(({ summary = '' }) => summary);
          if (notify)
            ok(
              lines.some((line) => says.test(line)),
              lines.join('\n'),
            );
        }
      });
    }
  }

  it('a contest and each new competing claim bring a message with a line for the toast (R54)', async () => {
    const ours = await memory.submitted(ana, { claimName });
    const theirs = await memory.submitted(fromDemo('Nils Berg'), { claimName, mpnId: '6104418' });
    const deliver = deliverOver(memory.claims);
    const slot = (await memory.store.read<Slot>(contoso, slotId('workload:exchange-online')))?.body;
    ok(slot);
    const before = release(slot, theirs.number);
    const change = { before: { ...before, pending: [...before.pending] }, after: slot };
    const alert = contestAlertFor(change, theirs, { at: theirs.updatedAt, actorId: '' });
    ok(alert);
    // The first begins the thread, the second is a reply in it.
    for (const says of [
      /^Competing claims for Exchange Online at Contoso: /,
      /^New competing claim C-.*Exchange Online/,
    ]) {
      const seen = sent.length;
      equal((await deliver(alert satisfies ContestAlert, toReviewers({ notify: true }))).kind, 'sent');
      const lines = sent.slice(seen).map(({ summary = '' }) => summary);
      for (const line of lines) isOneLine(line);
      ok(
        lines.some((line) => says.test(line)),
        lines.join('\n'),
      );
    }
    await deliver(alert, { to: { kind: 'claim', number: ours.number }, notify: false, result: 'waiting' });
    const told = await memory.store.read<SubmittedClaim>(contoso, claimId(ours.number));
    ok(told?.body.arbitrationAnnouncedAt);
  });

  it('the digest is a message of its own, sent once however often it is delivered, and never empty (R79)', async () => {
    const deliver = deliverOver(memory.claims);
    const common = { kind: 'digest', topic: 'digest', at: '', actorId: '', attempts: 0 } as const;
    const told = toReviewers({ notify: true });
    const tell = (version: number) => deliver({ ...common, version, recipients: [told] }, told);
    equal((await tell(1)).kind, 'sent');
    equal(sent.length, 0, 'nothing is due');
    await memory.submitted(ana, { claimName });
    memory.tick(9 * 86_400_000);
    for (const version of [2, 2]) equal((await tell(version)).kind, 'sent');
    equal(sent.length, 1);
    isOneLine(sent[0]?.summary);
    match(sent[0]?.summary ?? '', /^What is due: 1 overdue$/);
  });

  async function showSomething({ number }: SubmittedClaim): Promise<void> {
    const shownCards = createShownCards(memory.store);
    for (const { personId } of [ana, rita]) {
      const conversationId = `a:${personId}`;
      await shownCards.remember(conversationId, number, { conversationId, activityId: '1' });
    }
    const thread = { conversationId: '19:reviewers;messageid=1', activityId: '1' };
    await shownCards.remember('19:reviewers', number, thread);
  }
});

describe('When the bot speaks first in Teams', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  before(async () => {
    bot = await startBotWithTeams();
  });
  after(() => bot.stop());

  it('each welcome has a line for the toast, in the channel too', async () => {
    const welcomes = (
      await Promise.all([
        ...bot.roster.people.map(({ id }) => bot.person(id).messages()),
        bot.person('rita').messages(bot.channel),
      ])
    ).flat();
    const cards = welcomes.filter(({ from, attachments }) => from === 'bot' && attachments.length > 0);
    ok(cards.length >= bot.roster.people.length - 1);
    for (const { summary } of cards) isOneLine(summary);
  });

  it('so has a claim whose alert could not be delivered in time (R85)', async () => {
    const ana = bot.person('ana');
    const rita = bot.person('rita');
    const number = await fileClaim(ana);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.approves();
    const { person } = doingOf(bot, 'ivan');
    const ivan = { kind: 'person', personId: `${person.tenantId}/${person.objectId}` } as const;
    await createAddressBook(bot.store).miss(ivan, number);
    await bot.person('ivan').say('help');
    const last = (await bot.person('ivan').messages()).at(-1);
    isOneLine(last?.summary);
    match(last?.summary ?? '', new RegExp(`^Claim ${number} is approved`));
  });
});
