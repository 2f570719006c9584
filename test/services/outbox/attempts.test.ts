import assert from 'node:assert/strict';
import type { Alert } from '../../../services/domain/alert.ts';
import {
  hasExpired,
  isDue,
  recipientsBlockedBy,
  withNextAttempt,
} from '../../../services/outbox/attempts.ts';
import { toPerson } from '../../support/alertOutbox.ts';

const at = '2026-11-23T18:00:00.000Z';
const soon = '2026-11-23T18:00:01.000Z';
const laterOn = '2026-11-23T18:04:00.000Z';
const morning = '2026-11-24T08:00:00.000Z';
const trouble = { since: at, attempts: 3, why: '503', again: laterOn };

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

describe('When a recipient has a time', () => {
  it('is due from its first instant on, and over from its last', () => {
    assert.equal(isDue(toPerson('ana', { from: morning }), at), false);
    assert.equal(isDue(toPerson('ana', { from: at }), at), true);
    assert.equal(isDue(toPerson('ana', { result: 'sent' }), at), false);
    assert.equal(hasExpired(toPerson('ana', { until: at }), at), true);
    assert.equal(hasExpired(toPerson('ana', { until: morning }), at), false);
  });

  it('is not due during the pause after a failure', () => {
    assert.equal(isDue(toPerson('ana', { trouble }), at), false);
    assert.equal(isDue(toPerson('ana', { trouble }), laterOn), true);
  });

  it('holds later alerts back only in that time, and until it is tried again', () => {
    const recipients = [
      toPerson('ana', { trouble }),
      toPerson('ben', { from: morning }),
      toPerson('cleo', { until: at }),
      toPerson('dan', { result: 'unreachable' }),
    ];
    assert.deepEqual([...recipientsBlockedBy([anAlert({ recipients })], at)], [['ana', laterOn]]);
  });
});

describe('When the next attempt is planned', () => {
  const planned = (alert: Alert, overrides: Partial<Parameters<typeof withNextAttempt>[1]> = {}) =>
    withNextAttempt(alert, {
      ...{ at: new Date(at), tried: true, blocked: new Map(), nextMorning: undefined, substitutes: [] },
      ...overrides,
    });

  it('is none once nobody waits and nobody may join', () => {
    const done = anAlert({ recipients: [toPerson('ana', { result: 'sent' })] });
    assert.equal('nextAttemptAt' in planned(done), false);
  });

  it('comes after a second, or after the pause of whoever is next', () => {
    assert.equal(planned(anAlert()).nextAttemptAt, soon);
    const both = [toPerson('ana', { trouble }), toPerson('ben', { trouble: { ...trouble, again: morning } })];
    assert.equal(planned(anAlert({ recipients: both })).nextAttemptAt, laterOn);
  });

  it('comes with the next attempt of the earlier alert that holds it back', () => {
    assert.equal(planned(anAlert(), { blocked: new Map([['ana', laterOn]]) }).nextAttemptAt, laterOn);
    assert.equal(planned(anAlert(), { blocked: new Map([['ana', at]]) }).nextAttemptAt, soon);
  });

  it('comes at once for substitutes', () => {
    const gone = anAlert({ recipients: [toPerson('ana', { result: 'unreachable' })] });
    const next = planned(gone, { substitutes: [toPerson('ben')] });
    assert.equal(next.nextAttemptAt, at);
    assert.equal(next.recipients.length, 2);
  });

  it('comes with the first morning of those left', () => {
    const tomorrow = anAlert({ recipients: [toPerson('ana', { from: morning })] });
    assert.equal(planned(tomorrow).nextAttemptAt, morning);
    const earlier = '2026-11-24T07:00:00.000Z';
    assert.equal(planned(tomorrow, { nextMorning: earlier }).nextAttemptAt, earlier);
  });
});
