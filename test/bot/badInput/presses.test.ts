import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { answered, contosoTenant, fileClaim, fillInTo, numberOn } from '../../support/fillIn.ts';
import {
  type Answer,
  changesNothing,
  doingOf,
  forge,
  holds,
  neverFailed,
  type Pressed,
  readAnswer,
} from './answers.ts';

// Above 200 lines: a table of presses, read together.

const notSeen = /There is no such claim that you can see/;
const notKnown = /This button no longer works/;

describe('When a button is pressed that no card of this moment has', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;
  /** Ana's submitted claim and her draft at the comments step, with a file each. */
  let filed: { number: string; version: number; proof: string };
  let draft: { number: string; version: number; proof: string };

  before(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana');
    rita = bot.person('rita');
    filed = { ...(await keptAs('claims', await fileClaim(ana))) };
    draft = await keptAs(
      'drafts',
      numberOn(await fillInTo(ana, 'comments', { lines: { lines: 'onedrive' } })),
    );
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  async function keptAs(kind: 'claims' | 'drafts', number: string) {
    const found = (await bot.stored[kind]()).find((known) => known.number === number);
    return { number, version: found?.version ?? 0, proof: found?.proofs[0]?.id ?? '' };
  }

  /** Forges on the newest card that the person sees, and checks what is true of every bad press. */
  async function refusedTo(who: string, pressed: Pressed, says: RegExp): Promise<Answer> {
    let answer: Answer = { status: 0, text: '' };
    await changesNothing(bot, async () => {
      const on = (await bot.person(who).cards()).at(-1)?.activityId ?? '0';
      answer = await forge(bot, who, { on, ...pressed });
    });
    equal(answer.status, 200);
    match(answer.text, says);
    return answer;
  }

  describe('because its data is broken', () => {
    const broken: Readonly<Record<string, () => Pressed>> = {
      'an unknown verb': () => ({ verb: 'claim.destroy', number: filed.number, version: filed.version }),
      'no verb': () => ({ number: filed.number, version: filed.version }),
      'a verb that is a number': () => ({ verb: 42 }),
      'a verb that is an object': () => ({ verb: { verb: 'help.open' } }),
      'a number that is none': () => ({ verb: 'claim.open', number: 'C-1' }),
      'a number that is a path': () => ({ verb: 'claim.open', number: '../../claims.sqlite' }),
      'no number': () => ({ verb: 'claim.open' }),
      'a version in words': () => ({
        verb: 'claim.comment',
        number: filed.number,
        version: '1',
        comment: 'Hello',
      }),
      'a negative version': () => ({
        verb: 'claim.comment',
        number: filed.number,
        version: -1,
        comment: 'Hello',
      }),
      'a broken version': () => ({
        verb: 'claim.comment',
        number: filed.number,
        version: 1.5,
        comment: 'Hello',
      }),
      'no version': () => ({ verb: 'claim.comment', number: filed.number, comment: 'Hello' }),
      'a step that does not exist': () => ({ verb: 'claim.next', ...draft, step: 'payment' }),
      'a step that is a list': () => ({ verb: 'claim.goTo', ...draft, step: ['name'] }),
      'a deletion without a version': () => ({ verb: 'draft.delete', number: draft.number, confirmed: true }),
      'a deletion that is confirmed by a word': () => ({ verb: 'draft.delete', ...draft, confirmed: 'yes' }),
      'a new claim that was begun nowhere': () => ({ verb: 'claim.next', step: 'customer', begun: 'x' }),
      'a page key with objects': () => ({ verb: 'claim.list', after: [{ $gt: '' }] }),
      'a form that does not exist': () => ({ verb: 'claim.open', number: filed.number, form: 'delete' }),
      'a part that cannot be edited': () => ({ verb: 'claim.edit', number: filed.number, part: 'claimName' }),
      'an edit of no part': () => ({ verb: 'claim.saveEdit', ...filed, lines: 'teams' }),
      'a contest at no customer': () => ({ verb: 'contest.open', slot: 'workload:teams' }),
      'a contest at a customer that is no GUID': () => ({
        verb: 'contest.open',
        customerTenantId: 'partner:fabrikam',
        slot: 'workload:teams',
      }),
      'a contest about no slot': () => ({
        verb: 'contest.open',
        customerTenantId: contosoTenant,
        slot: `claim:${filed.number}`,
      }),
      'a contest from a negative place on': () => ({
        verb: 'contest.open',
        customerTenantId: contosoTenant,
        slot: 'workload:teams',
        from: -1,
      }),
      'a proof ID of 201 characters': () => ({
        verb: 'proof.open',
        number: filed.number,
        proof: 'p'.repeat(201),
      }),
    };
    for (const [what, pressed] of Object.entries(broken)) {
      it(`${what}: says that the button is not known and what to type`, async () => {
        await refusedTo('ana', pressed(), notKnown);
      });
    }

    it('takes inputs that are no text for nothing typed', async () => {
      const { text } = await refusedTo(
        'ana',
        { verb: 'claim.comment', ...filed, proof: undefined, comment: { text: 'Hello' } },
        /Please fill this in/,
      );
      match(text, new RegExp(filed.number));
    });

    it('takes no field of its own making into the draft', async () => {
      const on = (await ana.card()).activityId;
      const { number, version } = draft;
      const forged = {
        partnerId: 'northwind',
        status: 'Approved',
        __proto__x: 'y',
        'subscriptionId.../x': 'z',
      };
      await forge(bot, 'ana', { on, verb: 'claim.next', step: 'comments', number, version, ...forged });
      const kept = (await bot.stored.drafts()).find((known) => known.number === number);
      equal(kept?.partnerId, 'fabrikam');
      equal(kept?.status, 'Editing');
      deepEqual(
        Object.keys(kept?.answers ?? {}).filter((field) => field in forged),
        [],
      );
      draft = { ...draft, version: kept?.version ?? 0 };
    });
  });

  describe('on a contest', () => {
    const pressed = { verb: 'contest.open', customerTenantId: contosoTenant, slot: 'workload:teams' };

    it('is unknown to a partner, whether there is one or not (R53)', async () => {
      for (const slot of ['workload:teams', 'workload:intune'])
        await refusedTo('nils', { ...pressed, slot }, notSeen);
    });

    it('a reviewer reads of a slot that nobody has claimed that there is none', async () => {
      await refusedTo('rita', { ...pressed, slot: 'workload:intune' }, notSeen);
    });

    it('a page beyond the last is empty, not an error', async () => {
      await refusedTo('rita', { ...pressed, from: 900 }, /Competing claims/);
    });
  });

  describe('on another partner’s claim (R53)', () => {
    const onFiled: Readonly<Record<string, Pressed>> = {
      'claim.open': {},
      'claim.history': {},
      'claim.copyIds': {},
      'claim.comment': { comment: 'Hello' },
      'claim.resubmit': { comment: 'Hello' },
      'claim.edit': { part: 'lines' },
      'claim.saveEdit': { part: 'lines', lines: 'teams' },
      'claim.leaveEdit': { part: 'contacts' },
      'claim.submit': {},
      'claim.resume': {},
      'proof.open': {},
      'proof.remove': {},
    };
    for (const [verb, typed] of Object.entries(onFiled)) {
      it(`${verb} of a submitted claim: there is no such claim`, async () => {
        await refusedTo('nils', { verb, ...filed, ...typed }, notSeen);
      });
    }

    const onDraft: Readonly<Record<string, Pressed>> = {
      ...onFiled,
      'claim.next': { step: 'name', claimName: 'Mine now' },
      'claim.back': { step: 'name', claimName: 'Mine now' },
      'claim.goTo': { step: 'name' },
      'draft.takeOver': {},
      'draft.delete': {},
    };
    for (const [verb, typed] of Object.entries(onDraft)) {
      it(`${verb} of a draft: there is no such claim`, async () => {
        await refusedTo('nils', { verb, ...draft, ...typed }, notSeen);
      });
    }

    for (const who of ['nils', 'rita', 'nora']) {
      it(`deleting the draft, at once or from its form, by ${who}: there is no such claim`, async () => {
        for (const how of [{ confirmed: true }, { step: 'name', claimName: 'Mine now' }])
          await refusedTo(who, { verb: 'draft.delete', ...draft, ...how }, notSeen);
      });
    }

    it('a number that nobody has gets the same answer', async () => {
      await refusedTo('nils', { verb: 'claim.open', number: 'C-0000-0000' }, notSeen);
      await changesNothing(bot, () => bot.person('nils').say(`claim ${filed.number}`));
      match(await bot.person('nils').lastText(), notSeen);
    });
  });

  describe('as if it were a draft still', () => {
    for (const [verb, data] of [
      ['draft.takeOver', {}],
      ['draft.delete', {}],
      ['draft.delete', { confirmed: true }],
      ['draft.delete', { step: 'name', claimName: 'x' }],
    ] as const) {
      it(`${verb} ${JSON.stringify(data)} of a submitted claim shows the claim`, async () => {
        await refusedTo('ana', { verb, ...filed, ...data }, /already been submitted/);
      });
    }

    it('an old version is not deleted, but shown anew', async () => {
      const { number } = draft;
      await refusedTo(
        'ana',
        { verb: 'draft.delete', number, version: 1, confirmed: true },
        /was not deleted/,
      );
    });
  });

  describe('with a file of another claim', () => {
    it('opens nothing', async () => {
      await refusedTo('ana', { verb: 'proof.open', number: filed.number, proof: draft.proof }, notSeen);
      await refusedTo(
        'ana',
        { verb: 'proof.open', number: filed.number, proof: '../claims.sqlite' },
        notSeen,
      );
    });

    it('deletes nothing', async () => {
      const on = (await ana.card()).activityId;
      const { number, version } = draft;
      await forge(bot, 'ana', { on, verb: 'proof.remove', number, version, proof: filed.proof });
      ok(existsSync(join(bot.filesFolder, filed.proof)), 'the file of the other claim is gone');
      ok(existsSync(join(bot.filesFolder, draft.proof)));
      draft = await keptAs('drafts', number);
    });

    it('of a submitted claim, is not removed (R60)', async () => {
      await refusedTo('ana', { verb: 'proof.remove', ...filed }, /already been submitted/);
    });
  });

  describe('by somebody whose role does not have it (R97, R98)', () => {
    const reviewersOnly: Readonly<Record<string, Pressed>> = {
      'review.start': {},
      'review.approve': { confirmed: true },
      'review.reject': { confirmed: true, reason: 'InsufficientProof', comment: 'No.' },
      'review.requestInformation': { reasons: 'DatesMissingOrOld', comment: 'When?' },
    };
    for (const [verb, typed] of Object.entries(reviewersOnly)) {
      it(`${verb} by the partner: only a reviewer can`, async () => {
        await refusedTo('ana', { verb, ...filed, ...typed }, /Only a reviewer can do this/);
      });
    }

    it('the review queue by the partner', async () => {
      await refusedTo('ana', { verb: 'review.queue' }, /Your role does not allow this|Only a reviewer/);
    });

    const partnersOnly: Readonly<Record<string, Pressed>> = {
      'claim.new': {},
      'claim.next': { step: 'customer', ...answered.customer },
    };
    for (const who of ['rita', 'ben', 'greta', 'nora']) {
      for (const [verb, typed] of Object.entries(partnersOnly)) {
        it(`${verb} by ${who}, who is no Incentives admin: says whom to ask`, async () => {
          const says = who === 'rita' ? /Reviewers do not file claims/ : /Ask an Incentives admin/;
          await refusedTo(who, { verb, ...typed }, says);
        });
      }
      it(`a first step with nothing right in it by ${who}: says whom to ask, not what is wrong`, async () => {
        const says = who === 'rita' ? /Reviewers do not file claims/ : /Ask an Incentives admin/;
        await refusedTo(who, { verb: 'claim.next', step: 'customer', customerDomain: '?' }, says);
      });
    }

    it('submit of the company’s draft by its billing admin', async () => {
      const { number, version } = draft;
      await refusedTo('ben', { verb: 'claim.submit', number, version }, /Ask an Incentives admin/);
    });

    it('resubmit by a reviewer', async () => {
      await refusedTo(
        'rita',
        { verb: 'claim.resubmit', ...filed, comment: 'x' },
        /Your role does not allow this/,
      );
    });

    it('a draft by a reviewer: there is no such claim', async () => {
      await refusedTo('rita', { verb: 'claim.open', number: draft.number }, notSeen);
      await refusedTo('rita', { verb: 'claim.next', ...draft, step: 'name', claimName: 'x' }, notSeen);
    });

    it('everything by somebody without a role, and by a stranger', async () => {
      await refusedTo('nora', { verb: 'claim.open', number: filed.number }, notSeen);
      await refusedTo('nora', { verb: 'claim.list' }, /Your role does not allow this/);
      await refusedTo('stranger', { verb: 'claim.open', number: filed.number }, /I do not know you yet/);
      await refusedTo('stranger', { verb: 'nothing' }, notKnown);
    });
  });

  describe('at a status that does not have it (R70)', () => {
    it('names the status', async () => {
      await refusedTo(
        'ana',
        { verb: 'claim.resubmit', ...filed, comment: 'x' },
        /not possible while the claim is “Submitted”/,
      );
      await refusedTo(
        'rita',
        { verb: 'review.approve', ...filed },
        /not possible while the claim is “Submitted”/,
      );
    });

    it('submits no draft that lacks something', async () => {
      const number = numberOn(await fillInTo(ana, 'lines'));
      const { version } = await keptAs('drafts', number);
      await refusedTo(
        'ana',
        { verb: 'claim.submit', number, version },
        /Something is missing, or has changed/,
      );
    });
  });

  describe('on an old card', () => {
    it('saves nothing, says so, and keeps what was typed', async () => {
      const old = await fillInTo(ana, 'name');
      await ana.press(old, 'Next', answered.name);
      await changesNothing(bot, async () => {
        const answer = await forge(bot, 'ana', {
          ...dataOn(old, 'Next'),
          on: old.activityId,
          claimName: 'Another name',
        });
        match(answer.text, /has changed since this card was made/);
        ok(answer.card);
        holds(answer.card, { claimName: 'Another name' });
      });
    });

    it('of a draft that has become a claim, shows the claim', async () => {
      const review = await fillInTo(ana, 'review', { lines: { lines: 'viva-engage' } });
      await ana.press(review, 'Submit');
      await changesNothing(bot, async () => {
        const again = await forge(bot, 'ana', { on: review.activityId, ...dataOn(review, 'Back') });
        match(again.text, /already been submitted/);
        match(again.text, /Submitted: now with the reviewers/);
      });
    });

    it('of a reviewer who was slower, shows the current state', async () => {
      const number = await fileClaim(ana, { lines: { lines: 'intune' } });
      const card = await rita.awaitCard(new RegExp(`${number}[^]*New claim from`), bot.channel);
      await rita.press(card, 'Start review');
      const { version } = await keptAs('claims', number);
      await refusedTo(
        'raj',
        { verb: 'review.start', number, version: version - 1 },
        /has changed since|not possible while/,
      );
    });
  });

  describe('twice', () => {
    it('with the same activity ID, has one effect', async () => {
      const review = await fillInTo(ana, 'review', { lines: { lines: 'entra-id-p1' } });
      const press = { on: review.activityId, id: 'f:the-same', ...dataOn(review, 'Submit') };
      const first = await forge(bot, 'ana', press);
      await changesNothing(bot, async () => {
        const second = await forge(bot, 'ana', press);
        equal(second.text.includes('Submitted: now with the reviewers'), true, second.text);
      });
      match(first.text, /Submitted: now with the reviewers/);
      deepEqual(await eventsOf(numberOn(review)), ['DraftCreated', 'ClaimSubmitted']);
    });

    it('at the same moment, has one effect and both are answered', async () => {
      const review = await fillInTo(ana, 'review', { lines: { lines: 'entra-id-p2' } });
      const press = { on: review.activityId, ...dataOn(review, 'Submit') };
      const answers = await Promise.all([1, 2, 3].map(() => forge(bot, 'ana', press)));
      for (const { status, text } of answers) {
        equal(status, 200);
        match(text, /Submitted: now with the reviewers/);
      }
      deepEqual(await eventsOf(numberOn(review)), ['DraftCreated', 'ClaimSubmitted']);
    });

    it('on Next of the first step, makes one draft', async () => {
      const card = await fillInTo(ana, 'customer');
      const before = (await bot.stored.drafts()).length;
      const press = { on: card.activityId, ...dataOn(card, 'Next'), ...answered.customer };
      const answers = [
        await forge(bot, 'ana', press),
        await forge(bot, 'ana', { ...press, id: 'f:another' }),
      ];
      equal((await bot.stored.drafts()).length, before + 1);
      for (const { text } of answers) match(text, /What did you do for them\?/);
    });

    it('with a comment, says it once', async () => {
      const on = (await ana.card()).activityId;
      const { number, version } = await keptAs('claims', filed.number);
      const press = { on, verb: 'claim.comment', number, version, comment: 'We are there.' };
      await forge(bot, 'ana', press);
      await forge(bot, 'ana', { ...press, id: 'f:another' });
      deepEqual((await eventsOf(number)).slice(-1), ['Commented']);
      equal((await eventsOf(number)).filter((event) => event === 'Commented').length, 1);
    });
  });

  describe('by a client that knows Action.Submit only', () => {
    it('gets the same answer as a message', async () => {
      const card = await ana.card();
      const { number, version } = await keptAs('claims', filed.number);
      const submit = (value: unknown) =>
        bot.post(
          bot.activities.submit(doingOf(bot, 'ana'), { id: `${Date.now()}`, card: card.activityId, value }),
        );
      await changesNothing(bot, async () => {
        equal((await submit({ verb: 'claim.destroy' })).status, 200);
        match(await ana.lastText(), notKnown);
        equal((await submit({ verb: 'review.start', number, version })).status, 200);
        match((await ana.cards()).map(({ text }) => text).join(), /Only a reviewer can do this/);
        equal((await submit('text')).status, 200);
        equal((await submit({})).status, 200);
      });
    });
  });

  describe('and the invoke around it is broken', () => {
    const values: readonly unknown[] = [
      'x',
      null,
      5,
      [],
      {},
      { action: null },
      { action: 'x' },
      { action: { data: 'x' } },
    ];
    for (const value of values) {
      it(`${JSON.stringify(value)}: says that the button is not known`, async () => {
        const activity = { ...bot.activities.execute(doingOf(bot, 'ana'), '0', {}), value };
        await changesNothing(bot, async () => {
          const answer = readAnswer(await bot.post(activity));
          equal(answer.status, 200);
          match(answer.text, notKnown);
        });
      });
    }
  });

  const eventsOf = async (number: string) =>
    (await bot.stored.history(number)).map(({ event }) => event.kind);
});

/** The data of a button on a card. */
function dataOn(card: { readonly content: Record<string, unknown> }, title: string): Pressed {
  const find = (value: unknown): Pressed | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const node = value as Record<string, unknown>;
    if (node.type === 'Action.Execute' && node.title === title)
      return { verb: node.verb, ...(node.data as Pressed) };
    for (const inner of Object.values(node)) {
      const found = find(inner);
      if (found) return found;
    }
    return undefined;
  };
  const data = find(card.content);
  if (!data) throw new Error(`No button ${title}`);
  return data;
}
