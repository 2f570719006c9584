import assert from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { SeenCard } from '../../support/chatPerson.ts';
import { fileClaim, fillInTo, numberOn } from '../../support/fillIn.ts';

const asking = { reasons: 'DatesMissingOrOld', comment: 'The plan has no dates.' };

let world: BotWithTeams;
/** Each situation has a bot of its own. */
function withBot(): void {
  before(async () => {
    world = await startBotWithTeams();
  });
  after(() => world.stop());
}

describe('When somebody is typing on a card', function () {
  this.timeout(60_000);
  withBot();

  /** A claim of Ana's whose review Rita has started in her own chat; her card of it. */
  async function underReview(): Promise<{ number: string; card: SeenCard }> {
    const rita = world.person('rita');
    const number = await fileClaim(world.person('ana'));
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    return { number, card: await rita.card() };
  }
  const again = async (person: 'ana' | 'rita', { activityId }: SeenCard, place?: string) => {
    const found = (await world.person(person).cards(place)).find((card) => card.activityId === activityId);
    assert.ok(found);
    return found;
  };

  it('leaves the form in the channel alone while the partner only comments', async () => {
    const ana = world.person('ana');
    const rita = world.person('rita');
    const number = await fileClaim(ana);
    const first = await rita.awaitCard(new RegExp(`${number}[\\s\\S]*Nobody has started`), world.channel);
    await rita.press(first, 'Start review');
    await rita.press(await again('rita', first, world.channel), 'Ask for more');
    assert.match((await again('rita', first, world.channel)).text, /What is missing/);
    await ana.say(`claim ${number}`);
    await ana.pressNewest('Comment');
    await ana.pressNewest('Send', { comment: 'One more thing.' });
    await rita.awaitCard(/One more thing[\s\S]*Open the claim/, world.channel);
    assert.match((await again('rita', first, world.channel)).text, /What is missing/);
  });

  it('keeps an empty comment’s form as it was opened, with the error at its field', async () => {
    const ana = world.person('ana');
    await ana.say(`claim ${await fileClaim(ana)}`);
    await ana.pressNewest('Comment');
    const opened = await ana.card();
    await ana.press(opened, 'Send', { comment: '  ' });
    const asked = await again('ana', opened);
    assert.match(asked.text, /Your comment[\s\S]*Please fill this in/);
    assert.deepEqual(asked.buttons, opened.buttons);
  });

  for (const button of ['History', 'Review queue']) {
    it(`shows “${button}” below, and the form stays`, async () => {
      const rita = world.person('rita');
      const { card } = await underReview();
      await rita.press(card, 'Ask for more');
      const before = (await rita.cards()).length;
      await rita.press(await again('rita', card), button, asking);
      assert.equal((await rita.cards()).length, before + 1);
      assert.match((await again('rita', card)).text, /What is missing/);
      assert.notEqual((await rita.card()).activityId, card.activityId);
    });
  }

  it('opens a proof file beside the form, with what is typed on it', async () => {
    const rita = world.person('rita');
    const { card } = await underReview();
    await rita.press(card, 'Ask for more');
    await rita.press(await again('rita', card), /^Open statement/, asking);
    const shown = await again('rita', card);
    assert.match(shown.text, /The link works for 5 minutes/);
    assert.deepEqual(
      { reasons: shown.inputs.reasons, comment: shown.inputs.comment },
      { reasons: asking.reasons, comment: asking.comment },
    );
  });

  it('keeps the words of a form whose claim was decided elsewhere, and shows how it stands', async () => {
    const rita = world.person('rita');
    const { number, card } = await underReview();
    await rita.press(card, 'Ask for more');
    const form = await again('rita', card);
    await rita.say(`claim ${number}`);
    await rita.approves();
    await rita.press(form, 'Send', asking);
    const shown = await again('rita', card);
    assert.match(shown.text, /Approved[\s\S]*has changed since this card/);
    assert.doesNotMatch(shown.text, /What is missing/);
    assert.equal(shown.inputs.comment, asking.comment);
    assert.ok(shown.buttons.includes('Cancel'));
  });

  it('opens no form that the claim’s status does not have any more', async () => {
    const rita = world.person('rita');
    const { number, card } = await underReview();
    await rita.say(`claim ${number}`);
    await rita.approves();
    for (const button of ['Reject', 'Ask for more']) {
      await rita.press(card, button);
      const shown = await again('rita', card);
      assert.match(shown.text, /Approved[\s\S]*has changed since this card/);
      assert.ok(!shown.buttons.includes('Cancel'));
    }
  });
});

describe('When files are attached at the proof step', function () {
  this.timeout(60_000);
  withBot();

  it('says of each refused file why, in words that stay when the next one is added', async () => {
    const ana = world.person('ana');
    await fillInTo(ana, 'proof');
    await ana.attach('empty.pdf', '');
    assert.match(await ana.lastText(), /empty\.pdf was not stored\. The file is empty/);
    await ana.attach('setup.exe', 'MZ');
    await ana.attach('signed.pdf', '%PDF-1.7');
    const said = (await ana.messages()).map(({ text }) => text ?? '');
    assert.ok(said.some((text) => /setup\.exe was not stored/.test(text)));
    assert.match((await ana.card()).text, /1 file attached/);
  });
});

describe('When a draft has been changed on another card meanwhile', function () {
  this.timeout(60_000);
  withBot();

  it('shows beside what stands in the fields what was saved, before a press replaces it (R43)', async () => {
    const ana = world.person('ana');
    const older = await fillInTo(ana, 'name');
    await ana.say(`claim ${numberOn(older)}`);
    await ana.pressNewest('Next', { claimName: 'From the newer card' });

    await ana.press(older, 'Next', { claimName: 'From the older card' });
    const olderNow = async () => {
      const found = (await ana.cards()).find(({ activityId }) => activityId === older.activityId);
      assert.ok(found);
      return found;
    };
    const refused = await olderNow();
    assert.match(
      refused.text,
      /saved in the meantime[\s\S]*Continuing from here replaces it[\s\S]*From the newer card/,
    );
    assert.equal(refused.inputs.claimName, 'From the older card');
    const [draft] = await world.stored.drafts();
    assert.equal(draft?.answers.claimName, 'From the newer card');

    await ana.press(refused, 'Next');
    assert.match((await olderNow()).text, /Step 4 of 7[\s\S]*From the older card/);
    assert.doesNotMatch((await olderNow()).text, /saved in the meantime/);
  });
});
