import assert from 'node:assert/strict';
import type { Alert } from '../../../services/domain/alert.ts';
import {
  afterAttempt,
  backoff,
  hasExpired,
  isDue,
  recipientsBlockedBy,
  withNextAttempt,
} from '../../../services/outbox/attempts.ts';
import { toPerson } from '../../support/alertOutbox.ts';

const at = '2026-11-23T18:00:00.000Z';
const morning = '2026-11-24T08:00:00.000Z';
const nobody: ReadonlySet<string> = new Set();

const anAlert = (overrides: Partial<Pick<Alert, 'recipients' | 'attempts'>> = {}): Alert => ({
  kind: 'digest',
  topic: 'digest',
  version: 5,
  at,
  actorId: 'rita',
  recipients: [toPerson('ana')],
  attempts: 0,
  nextAttemptAt: at,
  ...overrides,
});

const unhurried = { at: new Date(at), pauseMs: 0, nextMorning: undefined, substitutes: [] } as const;

describe('When a recipient has a time', () => {
  it('is due from its first instant on, and over from its last', () => {
    assert.equal(isDue(toPerson('ana', { from: morning }), at), false);
    assert.equal(isDue(toPerson('ana', { from: at }), at), true);
    assert.equal(isDue(toPerson('ana', { result: 'sent' }), at), false);
    assert.equal(hasExpired(toPerson('ana', { until: at }), at), true);
    assert.equal(hasExpired(toPerson('ana', { until: morning }), at), false);
  });

  it('holds later alerts back only in that time', () => {
    const recipients = [
      toPerson('ana'),
      toPerson('ben', { from: morning }),
      toPerson('cleo', { until: at }),
      toPerson('dan', { result: 'unreachable' }),
    ];
    assert.deepEqual([...recipientsBlockedBy([anAlert({ recipients })], at)], ['ana']);
  });
});

describe('When an attempt has failed', () => {
  it('is followed by longer and longer pauses, up to five minutes', () => {
    assert.deepEqual([0, 1, 2, 8, 9, 39].map(backoff), [1000, 2000, 4000, 256_000, 300_000, 300_000]);
  });

  it('gives up recipients that still wait after the fortieth, but none that were held back', () => {
    const alert = anAlert({ recipients: [toPerson('ana'), toPerson('ben')], attempts: 39 });
    const { recipients, attempts } = afterAttempt(alert, { tried: true, held: new Set(['ben']), at });
    assert.equal(attempts, 40);
    assert.deepEqual(
      recipients.map(({ result }) => result),
      ['givenUp', 'waiting'],
    );
  });

  it('does not count an attempt at which everybody was held back', () => {
    assert.equal(afterAttempt(anAlert(), { tried: false, held: nobody, at }).attempts, 0);
  });
});

describe('When the next attempt is planned', () => {
  const planned = (alert: Alert, overrides: Partial<Parameters<typeof withNextAttempt>[1]> = {}) =>
    withNextAttempt(afterAttempt(alert, { tried: true, held: nobody, at }), { ...unhurried, ...overrides });

  it('is none once nobody waits and nobody may join', () => {
    const done = anAlert({ recipients: [toPerson('ana', { result: 'sent' })] });
    assert.equal(planned(done).nextAttemptAt, undefined);
    assert.equal('nextAttemptAt' in planned(done), false);
  });

  it('comes after a second, or after the pause that was asked for', () => {
    assert.equal(planned(anAlert()).nextAttemptAt, '2026-11-23T18:00:01.000Z');
    assert.equal(planned(anAlert(), { pauseMs: 60_000 }).nextAttemptAt, '2026-11-23T18:01:00.000Z');
  });

  it('comes at once for substitutes', () => {
    const gone = anAlert({ recipients: [toPerson('ana', { result: 'unreachable' })] });
    const next = planned(gone, { substitutes: [toPerson('ben')] });
    assert.equal(next.nextAttemptAt, at);
    assert.equal(next.recipients.length, 2);
  });

  it('comes with the first morning of those left, and counts anew', () => {
    const tomorrow = anAlert({ recipients: [toPerson('ana', { from: morning })], attempts: 7 });
    assert.deepEqual(
      [planned(tomorrow).nextAttemptAt, planned(tomorrow).attempts],
      ['2026-11-24T08:00:00.000Z', 0],
    );
    const earlier = '2026-11-24T07:00:00.000Z';
    assert.equal(planned(tomorrow, { nextMorning: earlier }).nextAttemptAt, earlier);
  });
});
