import assert from 'node:assert/strict';
import { mostSentSingly } from '../../../services/outbox/catchUpChannel.ts';
import { type AlertOutbox, alertOutbox, toPerson, toReviewers } from '../../support/alertOutbox.ts';

const sent = { kind: 'sent' } as const;
const expired = { kind: 'ours', everything: true, why: 'AADSTS7000222' } as const;
const minute = 60_000;
const numberOf = (index: number) => `C-0000-${String(index).padStart(4, '0')}`;

let outbox: AlertOutbox;
function withOutbox(): void {
  beforeEach(async () => {
    outbox = await alertOutbox();
  });
  afterEach(() => outbox.close());
}

describe('When the bot’s own credential does not work (D21)', function () {
  this.timeout(120_000);
  withOutbox();

  it('for three days, every alert is sent once afterwards, in order, and the log says so every ten minutes', async () => {
    outbox.teams.answer(expired);
    for (let day = 0; day < 3; day += 1) {
      for (const version of [1, 2])
        await outbox.post({
          number: numberOf(day + 1),
          version,
          recipients: [toPerson('ana'), toReviewers({ notify: true })],
        });
      await outbox.dispatcher.sendDue();
      await outbox.tryFor(24 * 60 * minute, minute);
    }
    const lines = outbox.reports.splice(0);
    assert.equal(lines.length, 3 * 24 * 6 + 1);
    assert.ok(lines.every((line, index) => line === `${index * 10} everything: AADSTS7000222`));
    outbox.teams.take();
    outbox.teams.answer(sent);
    await outbox.tryFor(10 * minute, minute);
    const heard = [1, 2, 3].flatMap(() =>
      [1, 2].flatMap((version) => [`approved v${version} → ana`, `approved v${version} → reviewers`]),
    );
    const told = outbox.teams.take();
    for (const who of ['ana', 'reviewers'])
      assert.deepEqual(
        told.filter((line) => line.endsWith(who)),
        heard.filter((line) => line.endsWith(who)),
      );
    assert.match(outbox.reports.join(), /^\d+ everything: over$/);
  });

  it('one call finds out whether it works again, after 1, 2, 4, 8 and then every 10 minutes', async () => {
    outbox.teams.answer(expired);
    for (let index = 1; index <= 20; index += 1)
      await outbox.post({ number: numberOf(index), recipients: [toPerson(`p${index}`)] });
    await outbox.dispatcher.sendDue();
    const first = outbox.teams.take().length;
    assert.ok(first <= 8, `${first} calls`);
    const perMinute: number[] = [];
    for (let passed = 0; passed < 36; passed += 1) perMinute.push(await outbox.tryFor(minute, minute));
    const probes = perMinute.flatMap((calls, index) => (calls > 0 ? [index + 1] : []));
    assert.deepEqual(probes, [1, 3, 7, 15, 25, 35]);
    assert.ok(perMinute.every((calls) => calls <= 1));
  });

  it('waiting is no attempt: nobody is given up, and nobody else is told instead', async () => {
    outbox.teams.answer(expired);
    await outbox.post();
    await outbox.tryFor(300 * minute, minute);
    const [recipient, ...others] = (await outbox.alert()).recipients;
    assert.deepEqual([recipient?.result, recipient?.trouble?.attempts, others.length], ['waiting', 0, 0]);
    assert.equal(recipient?.trouble?.why, 'AADSTS7000222');
  });

  it('one chat that refuses the token does not silence the others', async () => {
    outbox.teams.answer((_alert, { to }) =>
      to.kind === 'person' && to.personId === 'ana' ? { kind: 'ours', everything: true, why: '401' } : sent,
    );
    await outbox.post();
    await outbox.post({ number: numberOf(2), recipients: [toPerson('ben')] });
    await outbox.tryFor(3 * minute, 10_000);
    assert.deepEqual(
      await outbox.alert(5, numberOf(2)).then(({ recipients }) => recipients[0]?.result),
      'sent',
    );
    await outbox.post({ number: numberOf(3), recipients: [toPerson('cleo')] });
    await outbox.dispatcher.sendDue();
    assert.ok(outbox.teams.take().includes('approved v5 → cleo'));
  });
});

describe('When the reviewers’ channel is away', function () {
  this.timeout(60_000);
  withOutbox();
  const away = { kind: 'away', why: '403' } as const;

  const post = (alerts: number) =>
    Promise.all(
      Array.from({ length: alerts }, (_, index) =>
        outbox.post({ number: numberOf(index + 1), recipients: [toReviewers({ notify: true })] }),
      ),
    );

  it('one call every ten minutes asks for it, whatever waits, and the log says so', async () => {
    outbox.teams.answer(away);
    await post(30);
    await outbox.dispatcher.sendDue();
    outbox.teams.take();
    assert.ok((await outbox.tryFor(4 * 60 * minute, minute)) <= 30);
    assert.ok(outbox.reports.includes('0 channel: 403') && outbox.reports.includes('230 channel: 403'));
  });

  it(`up to ${mostSentSingly} alerts are sent one by one when it is back, however long that took`, async () => {
    outbox.teams.answer(away);
    await post(mostSentSingly);
    await outbox.tryFor(300 * minute, minute);
    outbox.teams.take();
    outbox.teams.answer(sent);
    await outbox.tryFor(10 * minute, minute);
    assert.equal(outbox.teams.take().length, mostSentSingly);
    assert.deepEqual(outbox.teams.listed, []);
    assert.match(outbox.reports.at(-1) ?? '', /channel: over$/);
  });

  it('one card lists more than that, once', async () => {
    outbox.teams.answer(away);
    await post(mostSentSingly + 1);
    await outbox.tryFor(300 * minute, minute);
    outbox.teams.take();
    outbox.teams.answer(sent);
    await outbox.tryFor(20 * minute, minute);
    assert.deepEqual(outbox.teams.take(), []);
    assert.equal(outbox.teams.listed.length, 1);
    assert.equal(outbox.teams.listed[0]?.split(' ').length, mostSentSingly + 1);
    assert.equal((await outbox.alert()).nextAttemptAt, undefined);
  });

  it('everything for it is sent as soon as it is somewhere', async () => {
    outbox.teams.channel = undefined;
    outbox.teams.answer({ kind: 'away', why: 'notInstalled', silent: true });
    await post(3);
    await outbox.tryFor(60 * minute, minute);
    outbox.teams.take();
    outbox.teams.answer(sent);
    outbox.teams.channel = '19:other';
    await outbox.tryFor(2000);
    assert.equal(outbox.teams.take().length, 3);
  });

  it('people are told all the same', async () => {
    outbox.teams.answer((_alert, { to }) => (to.kind === 'reviewers' ? away : sent));
    await outbox.post({ recipients: [toPerson('ana'), toReviewers({ notify: true })] });
    await outbox.post({ version: 6, recipients: [toPerson('ana'), toReviewers({ notify: true })] });
    await outbox.dispatcher.sendDue();
    assert.deepEqual(
      outbox.teams.take().filter((line) => line.endsWith('ana')),
      ['approved v5 → ana', 'approved v6 → ana'],
    );
  });
});

describe('When Teams’ answer says more than no', function () {
  this.timeout(60_000);
  withOutbox();

  it('a message that may have been delivered is repeated once soon, then seldom: never nine copies', async () => {
    outbox.teams.answer({ kind: 'unsure', why: '504' });
    await outbox.post({ recipients: [toPerson('ana'), toPerson('ben', { result: 'sent' })] });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(10 * minute, 1000);
    assert.equal(outbox.teams.attempts.length, 2);
    await outbox.tryFor(230 * minute, minute);
    assert.ok(outbox.teams.attempts.length <= 6, `${outbox.teams.attempts.length} copies`);
    const [ana] = (await outbox.alert()).recipients;
    assert.equal(ana?.result, 'givenUp');
    assert.equal(ana?.trouble?.unsure, outbox.teams.attempts.length);
  });

  it('the reviewers’ channel gets eight copies at most; then an operator is asked (D21)', async () => {
    outbox.teams.answer({ kind: 'unsure', why: '504' });
    await outbox.post({ recipients: [toReviewers({ notify: true })] });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(24 * 60 * minute, minute);
    assert.equal(outbox.teams.attempts.length, 8);
    assert.ok((await outbox.alert()).untoldAt);
  });

  it('a card that is refused goes out as a plain sentence, then to colleagues as one; the next alert goes on', async () => {
    const plain: boolean[] = [];
    outbox.teams.answer((alert, recipient) => {
      const isHers = alert.version === 5 && recipient.to.kind === 'person' && recipient.to.personId === 'ana';
      if (alert.version === 5) plain.push(recipient.plain === true);
      return isHers ? { kind: 'refused', why: '400' } : sent;
    });
    await outbox.post();
    await outbox.post({ version: 6 });
    await outbox.dispatcher.sendDue();
    assert.deepEqual((await outbox.results()).slice(0, 1), ['refused']);
    assert.deepEqual(plain.slice(0, 3), [false, true, true]);
    await outbox.tryFor(1000);
    assert.deepEqual(await outbox.results(6), ['sent']);
  });

  it('a chat that Teams does not know is asked for twice more before its person counts as silent', async () => {
    outbox.teams.answer({ kind: 'missing' });
    await outbox.post({ recipients: [toPerson('ana'), toPerson('ben', { result: 'sent' })] });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(5 * minute, minute);
    assert.deepEqual(await outbox.results(), ['waiting', 'sent']);
    await outbox.tryFor(7 * minute, minute);
    assert.deepEqual(await outbox.results(), ['unreachable', 'sent']);
    assert.equal(outbox.teams.attempts.length, 3);
    assert.deepEqual(outbox.missed, ['ana']);
  });

  it('a chat that is known again after a 404 gets its alert', async () => {
    outbox.teams.answer({ kind: 'missing' });
    await outbox.post();
    await outbox.dispatcher.sendDue();
    outbox.teams.answer(sent);
    await outbox.tryFor(minute, minute);
    assert.deepEqual(await outbox.results(), ['sent']);
  });
});
