// Above 200 lines: when a digest is due, and what is in it, on both stores.

import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/calendar/calendar.ts';
import { readDigest, writeDigest } from '../../../../services/claims/background/digest.ts';
import { claimDocument } from '../../../../services/claims/documents.ts';
import type { Alert } from '../../../../services/domain/alert.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import type { DocumentStore } from '../../../../services/storage/documents/documentStore.ts';
import { aClaim, contoso } from '../../../support/aClaim.ts';
import { adapters, type OpenedStore } from '../../../support/openStores.ts';
import { Crash, crashingStore, pausingStore } from '../../../support/storeWrappers.ts';

const calendar = createCalendar();

/** In Los Angeles it is UTC−8 then; Thanksgiving is Thursday, 26 November 2026. */
const mondayMorning = '2026-11-23T17:00:00.000Z';
const tuesdayMorning = '2026-11-24T17:00:00.000Z';

for (const { adapter, open } of adapters)
  describe(`The digest, on ${adapter}`, () => {
    let time: number;
    let opened: OpenedStore;
    const now = () => new Date(time);
    const goTo = (instant: string): void => {
      time = Date.parse(instant);
    };
    const write = (store: DocumentStore = opened.store) => writeDigest({ store, calendar, now });
    beforeEach(async () => {
      goTo('2026-11-20T20:00:00.000Z');
      opened = await open(now);
    });
    afterEach(() => opened.close());

    /** When the digests in the outbox were written. */
    async function written(): Promise<string[]> {
      const { documents } = await opened.store.query<Alert>({
        type: 'alert',
        equals: { topic: 'digest' },
        order: { field: 'nextAttemptAt', direction: 'ascending' },
        limit: 100,
      });
      return documents.map(({ body }) => body.at);
    }

    describe(`When the program looks whether a digest is due (R79)`, () => {
      // The first look, on Friday at noon, only notes when the next one is.
      beforeEach(async () => assert.equal(await write(), false));

      /** Looks every half hour up to an instant. */
      async function lookUntil(instant: string): Promise<void> {
        for (; time <= Date.parse(instant); time += 1_800_000) await write();
      }

      it('writes one at nine of each business day, none on a weekend or holiday', async () => {
        await lookUntil('2026-11-30T18:00:00.000Z');
        assert.deepEqual(await written(), [
          mondayMorning,
          tuesdayMorning,
          '2026-11-25T17:00:00.000Z',
          '2026-11-27T17:00:00.000Z',
          '2026-11-30T17:00:00.000Z',
        ]);
      });

      it('is for the reviewers’ channel, due at once and on no other day', async () => {
        goTo(mondayMorning);
        assert.equal(await write(), true);
        const digest = await opened.store.read<Alert>('digest', 'alert:digest:000001');
        assert.equal(digest?.body.nextAttemptAt, mondayMorning);
        assert.deepEqual(digest?.body.recipients, [
          { to: { kind: 'reviewers' }, notify: true, result: 'waiting', until: '2026-11-24T08:00:00.000Z' },
        ]);
      });

      it('is not written before nine, nor a second time that day', async () => {
        goTo('2026-11-23T16:59:59.999Z');
        assert.equal(await write(), false);
        goTo(mondayMorning);
        assert.deepEqual([await write(), await write()], [true, false]);
        goTo('2026-11-24T16:59:59.999Z');
        assert.equal(await write(), false);
        assert.deepEqual(await written(), [mondayMorning]);
      });

      it('keeps to nine over the switch to summer time', async () => {
        goTo('2027-03-12T20:00:00.000Z');
        await write();
        await lookUntil('2027-03-15T17:00:00.000Z');
        assert.deepEqual((await written()).slice(1), ['2027-03-15T16:00:00.000Z']);
      });

      it('after a pause covers only the current day, however late on that day', async () => {
        goTo('2026-11-26T07:30:00.000Z');
        assert.equal(await write(), true);
        assert.deepEqual(await written(), ['2026-11-26T07:30:00.000Z']);
      });

      it('after a pause waits for nine when it ends earlier', async () => {
        goTo('2026-11-25T12:00:00.000Z');
        assert.equal(await write(), false);
        goTo('2026-11-25T17:00:00.000Z');
        assert.equal(await write(), true);
      });

      it('after a pause that ends on a holiday waits for the next business day', async () => {
        goTo('2026-11-26T20:00:00.000Z');
        assert.equal(await write(), false);
        await lookUntil('2026-11-27T18:00:00.000Z');
        assert.deepEqual(await written(), ['2026-11-27T17:00:00.000Z']);
      });

      it('writes none twice when the clock has been turned back and goes on again', async () => {
        goTo(mondayMorning);
        assert.equal(await write(), true);
        goTo('2026-11-20T17:00:00.000Z');
        assert.equal(await write(), false);
        goTo('2026-11-23T20:00:00.000Z');
        assert.equal(await write(), false);
        goTo(tuesdayMorning);
        assert.equal(await write(), true);
        assert.deepEqual(await written(), [mondayMorning, tuesdayMorning]);
      });

      it('writes one when two processes look at the same moment', async () => {
        goTo(mondayMorning);
        const both = await Promise.all([write(), write()]);
        assert.deepEqual(both.filter(Boolean), [true]);
        assert.deepEqual(await written(), [mondayMorning]);
      });

      it('writes none when another process has been faster between reading and writing', async () => {
        goTo(mondayMorning);
        const slow: DocumentStore = {
          ...opened.store,
          async batch(pk, writes) {
            await write();
            return await opened.store.batch(pk, writes);
          },
        };
        assert.equal(await write(slow), false);
        assert.deepEqual(await written(), [mondayMorning]);
      });

      for (const saved of [false, true]) {
        it(`writes one when the process dies ${saved ? 'right after' : 'before'} saving`, async () => {
          goTo(mondayMorning);
          await assert.rejects(write(crashingStore(opened.store, { at: 1, saved })), Crash);
          assert.equal(await write(), !saved);
          assert.deepEqual(await written(), [mondayMorning]);
        });
      }
    });

    describe(`When two processes look for the first time`, () => {
      it('agree on when the first digest is', async () => {
        const meanwhile = pausingStore(opened.store, 1, async () => {
          await write();
        });
        assert.deepEqual(await Promise.all([write(meanwhile), write()]), [false, false]);
        goTo(mondayMorning);
        assert.equal(await write(), true);
      });
    });

    describe(`When a digest is read (R79, D10)`, () => {
      const digest = (most: number) => readDigest({ store: opened.store, calendar, now }, most);
      /** Claims that wait for the reviewers until an instant, at most a hundred. */
      async function waiting(deadline: string, ...numbers: readonly string[]): Promise<void> {
        await save(
          ...numbers.map((number): SubmittedClaim => {
            const claim = aClaim({ status: 'Submitted', number, beginBy: deadline });
            return { ...claim, turn: 'reviewers', deadline };
          }),
        );
      }
      async function save(...claims: readonly SubmittedClaim[]): Promise<void> {
        const writes = claims.map((claim) => ({ kind: 'create', document: claimDocument(claim) }) as const);
        assert((await opened.store.batch(contoso, writes)).ok);
      }
      async function read(instant: string) {
        goTo(instant);
        const { overdue, today, tomorrow, claims } = await digest(100);
        const numbers = (from: number, count: number) =>
          claims
            .slice(from, from + count)
            .map(({ number }) => number)
            .join(' ');
        return [numbers(0, overdue), numbers(overdue, today), numbers(overdue + today, tomorrow)];
      }

      it('has passed a deadline at that very instant, not a moment before', async () => {
        await waiting('2026-11-24T08:00:00.000Z', 'C-1');
        assert.deepEqual(await read('2026-11-24T07:59:59.999Z'), ['', 'C-1', '']);
        assert.deepEqual(await read('2026-11-24T08:00:00.000Z'), ['C-1', '', '']);
      });

      it('distinguishes the end of today from that of tomorrow', async () => {
        await waiting('2026-11-24T08:00:00.000Z', 'C-1');
        await waiting('2026-11-25T08:00:00.000Z', 'C-2');
        await waiting('2026-11-26T08:00:00.000Z', 'C-3');
        assert.deepEqual(await read(mondayMorning), ['', 'C-1', 'C-2']);
        assert.deepEqual(await read(tuesdayMorning), ['C-1', 'C-2', 'C-3']);
      });

      it('takes Monday for the day after Friday', async () => {
        await waiting('2026-11-21T08:00:00.000Z', 'C-1');
        await waiting('2026-11-24T08:00:00.000Z', 'C-2');
        await waiting('2026-11-25T08:00:00.000Z', 'C-3');
        assert.deepEqual(await read('2026-11-20T17:00:00.000Z'), ['', 'C-1', 'C-2']);
      });

      it('takes Friday for the day after the one before Thanksgiving', async () => {
        await waiting('2026-11-26T08:00:00.000Z', 'C-1');
        await waiting('2026-11-28T08:00:00.000Z', 'C-2');
        await waiting('2026-12-01T08:00:00.000Z', 'C-3');
        assert.deepEqual(await read('2026-11-25T17:00:00.000Z'), ['', 'C-1', 'C-2']);
      });

      it('begins with the nearest deadline', async () => {
        await waiting('2026-11-20T08:00:00.000Z', 'C-1');
        await waiting('2026-11-14T08:00:00.000Z', 'C-2');
        await waiting('2026-11-19T08:00:00.000Z', 'C-3');
        assert.deepEqual(await read(mondayMorning), ['C-2 C-3 C-1', '', '']);
      });

      it('leaves out claims that wait for the partner, or for nobody', async () => {
        const deadline = '2026-11-24T08:00:00.000Z';
        await save({
          ...aClaim({ status: 'PartnerActionRequired', number: 'C-1' }),
          turn: 'partner',
          deadline,
        });
        await save({ ...aClaim({ status: 'Approved', number: 'C-2' }), turn: 'nobody' });
        assert.deepEqual(await read(mondayMorning), ['', '', '']);
      });

      it('counts them all, however many there are, and keeps the nearest (R79, D10)', async () => {
        const ofBatch = (batch: number) =>
          Array.from({ length: 100 }, (_, index) => `C-${batch}${String(index).padStart(2, '0')}`);
        // Many end at the same instant: a page ends among them.
        for (const batch of [1, 2]) await waiting('2026-11-21T08:00:00.000Z', ...ofBatch(batch));
        await waiting('2026-11-20T08:00:00.000Z', ...ofBatch(3).slice(0, 5));
        await waiting('2026-11-24T08:00:00.000Z', ...ofBatch(4));
        await waiting('2026-11-24T08:00:00.000Z', ...ofBatch(5).slice(0, 50));
        await waiting('2026-11-25T08:00:00.000Z', ...ofBatch(6).slice(0, 60));
        await waiting('2026-11-26T08:00:00.000Z', ...ofBatch(7).slice(0, 1));
        goTo(mondayMorning);
        const { claims, ...counts } = await digest(10);
        assert.deepEqual(counts, { overdue: 205, today: 150, tomorrow: 60 });
        assert.equal(claims.length, 10);
        assert.deepEqual(
          claims.slice(0, 5).map(({ number }) => number),
          ofBatch(3).slice(0, 5),
        );
        assert(claims.slice(5).every(({ deadline }) => deadline === '2026-11-21T08:00:00.000Z'));
        const numbers = (await digest(1000)).claims.map(({ number }) => number);
        assert.deepEqual([numbers.length, new Set(numbers).size], [415, 415]);
      });

      it('has the claims under review too', async () => {
        const decideBy = '2026-11-24T08:00:00.000Z';
        const claim = aClaim({ status: 'UnderReview', number: 'C-1', decideBy });
        await save({ ...claim, turn: 'reviewers', deadline: decideBy });
        assert.deepEqual(await read(mondayMorning), ['', 'C-1', '']);
      });
    });
  });
