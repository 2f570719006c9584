// Above 200 lines: one list of promises that every adapter must keep, in one place.
import assert from 'node:assert/strict';
import {
  type DocumentStore,
  type IndexDeclaration,
  type NewDocument,
  type Page,
  type PageKey,
  type Query,
  StoreLimitError,
  storeLimits,
  type Write,
} from '../../services/storage/documents/documentStore.ts';

/** Opens a store of the adapter under test, empty, with these indexes and this clock. */
export type OpenStore = (settings: {
  readonly indexes: readonly IndexDeclaration[];
  readonly now: () => Date;
}) => Promise<{ readonly store: DocumentStore; readonly close: () => Promise<void> }>;

interface Note {
  readonly topic: string;
  readonly at?: string | number | null | undefined;
  readonly flag?: boolean | number | string;
  readonly text?: string;
}

const indexes: readonly IndexDeclaration[] = [
  { type: 'note', equals: ['topic'], order: 'at' },
  { type: 'note', equals: ['topic', 'flag'], order: 'at' },
  { type: 'timer', equals: [], order: 'at' },
];

const start = Date.parse('2026-11-02T08:00:00.000Z');

/** The promises of `DocumentStore`, as a mocha suite for one adapter. Each test uses partitions of its own. */
export function documentStoreContract(name: string, open: OpenStore): void {
  describe(`The document store on ${name}`, () => {
    let store: DocumentStore;
    let close: () => Promise<void>;
    let clock = start;
    let topics = 0;
    let topic = '';

    before(async () => {
      ({ store, close } = await open({ indexes, now: () => new Date(clock) }));
    });
    beforeEach(() => {
      clock = start;
      topics += 1;
      topic = `topic-${topics}`;
    });
    after(async () => close?.());

    const aNote = (
      id: string,
      body: Partial<Note> = {},
      more: Partial<NewDocument<Note>> = {},
    ): NewDocument<Note> => ({
      pk: topic,
      id,
      type: 'note',
      body: { topic, at: '2026-11-02', ...body },
      ...more,
    });
    const create = (document: NewDocument<unknown>): Write => ({ kind: 'create', document });
    const save = async (...documents: NewDocument<unknown>[]) => {
      const etags: string[] = [];
      for (const document of documents) {
        const result = await store.batch(document.pk, [create(document)]);
        assert(result.ok, `${document.id} was not saved`);
        etags.push(String(result.etags[0]));
      }
      return etags;
    };
    const byTopic = (more: Partial<Query> = {}): Query => ({
      type: 'note',
      equals: { topic },
      order: { field: 'at', direction: 'ascending' },
      limit: 50,
      ...more,
    });
    const idsOf = (page: Page<unknown>) => page.documents.map(({ id }) => id);
    const readId = (id: string) => store.read<Note>(topic, id);

    describe('When one document is written', () => {
      it('reads back what was created, with its etag', async () => {
        const [etag] = await save(aNote('a', { text: 'first' }));
        assert.deepEqual(await readId('a'), { ...aNote('a', { text: 'first' }), etag });
      });

      it('finds nothing where nothing was written', async () => {
        assert.equal(await readId('nobody'), undefined);
        await save(aNote('a'));
        assert.equal(await store.read(`${topic}-other`, 'a'), undefined);
      });

      it('refuses to create what exists and keeps the first', async () => {
        const [etag] = await save(aNote('a'));
        const again = await store.batch(topic, [create(aNote('a', { text: 'second' }))]);
        assert.deepEqual(again, { ok: false, failure: 'exists', index: 0 });
        assert.equal((await readId('a'))?.etag, etag);
      });

      it('replaces under the present etag and gives another', async () => {
        const [etag = ''] = await save(aNote('a'));
        const result = await store.batch(topic, [
          { kind: 'replace', document: aNote('a', { text: 'new' }), etag },
        ]);
        const now = await readId('a');
        assert.equal(now?.body.text, 'new');
        assert.notEqual(now?.etag, etag);
        assert.deepEqual(result, { ok: true, etags: [now?.etag] });
      });

      it('gives another etag even when the content stays the same', async () => {
        const [etag = ''] = await save(aNote('a'));
        await store.batch(topic, [{ kind: 'replace', document: aNote('a'), etag }]);
        assert.notEqual((await readId('a'))?.etag, etag);
      });

      it('refuses to replace or delete under an old etag', async () => {
        const [old = ''] = await save(aNote('a'));
        await store.batch(topic, [{ kind: 'replace', document: aNote('a', { text: 'new' }), etag: old }]);
        const stale = { ok: false, failure: 'stale', index: 0 };
        assert.deepEqual(
          await store.batch(topic, [{ kind: 'replace', document: aNote('a'), etag: old }]),
          stale,
        );
        assert.deepEqual(
          await store.batch(topic, [{ kind: 'delete', pk: topic, id: 'a', etag: old }]),
          stale,
        );
        assert.equal((await readId('a'))?.body.text, 'new');
      });

      it('refuses an etag of a document that was deleted and created again', async () => {
        const [old = ''] = await save(aNote('a'));
        await store.batch(topic, [{ kind: 'delete', pk: topic, id: 'a' }]);
        await save(aNote('a'));
        const result = await store.batch(topic, [{ kind: 'replace', document: aNote('a'), etag: old }]);
        assert.deepEqual(result, { ok: false, failure: 'stale', index: 0 });
      });

      it('says that a document to replace or delete is missing', async () => {
        const missing = { ok: false, failure: 'missing', index: 0 };
        assert.deepEqual(
          await store.batch(topic, [{ kind: 'replace', document: aNote('a'), etag: '"0"' }]),
          missing,
        );
        assert.deepEqual(await store.batch(topic, [{ kind: 'delete', pk: topic, id: 'a' }]), missing);
        assert.deepEqual(
          await store.batch(topic, [{ kind: 'delete', pk: topic, id: 'a', etag: '"0"' }]),
          missing,
        );
      });

      it('upserts with and without a document there', async () => {
        for (const text of ['first', 'second']) {
          const result = await store.batch(topic, [{ kind: 'upsert', document: aNote('a', { text }) }]);
          const now = await readId('a');
          assert.equal(now?.body.text, text);
          assert.deepEqual(result, { ok: true, etags: [now?.etag] });
        }
      });

      it('deletes with and without an etag', async () => {
        const [etag = ''] = await save(aNote('a'), aNote('b'));
        const writes: Write[] = [
          { kind: 'delete', pk: topic, id: 'a', etag },
          { kind: 'delete', pk: topic, id: 'b' },
        ];
        assert.deepEqual(await store.batch(topic, writes), { ok: true, etags: [undefined, undefined] });
        assert.equal(await readId('a'), undefined);
        assert.equal(await readId('b'), undefined);
      });

      it('keeps every character of ids, partitions and texts', async () => {
        const odd = [
          'a/b',
          'a\\b',
          'a?b',
          'a#b',
          'a%2Fb',
          'a~2fb',
          '19:x@thread.tacv2;messageid=1',
          ' a ',
          'ö',
          '🐙',
          "it's",
          '"q"',
          '..',
        ];
        for (const id of odd) {
          const note = aNote(
            id,
            { text: `${id}\u0000\u2028 Ünïcödé 🧾 ${'${x}'} ~` },
            { pk: `${topic}/?#\\ ${id}` },
          );
          const [etag] = await save(note);
          assert.deepEqual(await store.read(note.pk, id), { ...note, etag });
        }
        const found = await store.query(byTopic());
        assert.deepEqual(idsOf(found).sort(), [...odd].sort());
      });

      it('keeps partitions apart', async () => {
        await save(aNote('a', {}, { pk: `${topic}-1` }), aNote('a', { text: 'two' }, { pk: `${topic}-2` }));
        assert.equal((await store.read<Note>(`${topic}-1`, 'a'))?.body.text, undefined);
        assert.equal((await store.read<Note>(`${topic}-2`, 'a'))?.body.text, 'two');
      });
    });

    describe('When several documents are written as one', () => {
      it('leaves nothing when the third write fails', async () => {
        const [etag = ''] = await save(aNote('kept'), aNote('taken'));
        const result = await store.batch(topic, [
          create(aNote('new')),
          { kind: 'replace', document: aNote('kept', { text: 'changed' }), etag },
          create(aNote('taken')),
          { kind: 'delete', pk: topic, id: 'kept' },
        ]);
        assert.deepEqual(result, { ok: false, failure: 'exists', index: 2 });
        assert.equal(await readId('new'), undefined);
        assert.deepEqual(await readId('kept'), { ...aNote('kept'), etag });
        assert.deepEqual(idsOf(await store.query(byTopic())), ['kept', 'taken']);
      });

      it('names the write that failed, whatever its kind', async () => {
        const [old = ''] = await save(aNote('a'));
        await store.batch(topic, [{ kind: 'upsert', document: aNote('a') }]);
        const staleSecond: Write[] = [create(aNote('x')), { kind: 'delete', pk: topic, id: 'a', etag: old }];
        assert.deepEqual(await store.batch(topic, staleSecond), { ok: false, failure: 'stale', index: 1 });
        const missingSecond: Write[] = [create(aNote('x')), { kind: 'delete', pk: topic, id: 'nobody' }];
        assert.deepEqual(await store.batch(topic, missingSecond), {
          ok: false,
          failure: 'missing',
          index: 1,
        });
        assert.equal(await readId('x'), undefined);
      });

      it('lets exactly one of thirty writers with the same etag win (R46)', async () => {
        const [etag = ''] = await save(aNote('slot'));
        const results = await Promise.all(
          Array.from({ length: 30 }, (_, writer) =>
            store.batch(topic, [
              { kind: 'replace', document: aNote('slot', { text: `writer ${writer}` }), etag },
              create(aNote(`claim-${writer}`)),
            ]),
          ),
        );
        const winner = results.findIndex(({ ok }) => ok);
        assert.equal(results.filter(({ ok }) => ok).length, 1);
        assert.equal((await readId('slot'))?.body.text, `writer ${winner}`);
        assert.deepEqual(idsOf(await store.query(byTopic())), [`claim-${winner}`, 'slot']);
        for (const result of results.filter(({ ok }) => !ok)) {
          assert.deepEqual(result, { ok: false, failure: 'stale', index: 0 });
        }
      });

      it('lets exactly one of thirty creators win', async () => {
        const attempts = Array.from({ length: 30 }, (_, i) =>
          store.batch(topic, [create(aNote('one', { text: `${i}` }))]),
        );
        const results = await Promise.all(attempts);
        assert.equal(results.filter(({ ok }) => ok).length, 1);
        assert.equal((await readId('one'))?.body.text, `${results.findIndex(({ ok }) => ok)}`);
      });

      it('takes an empty batch as done', async () => {
        assert.deepEqual(await store.batch(topic, []), { ok: true, etags: [] });
      });
    });

    describe('When a batch is over a limit', () => {
      const many = (count: number) => Array.from({ length: count }, (_, i) => create(aNote(`n${i}`)));
      const text = (bytes: number) => 'x'.repeat(bytes);
      const refuses = async (writes: readonly Write[]) => {
        await assert.rejects(store.batch(topic, writes), StoreLimitError);
        assert.deepEqual(idsOf(await store.query(byTopic())), []);
      };

      it('takes a hundred writes', async () => {
        assert((await store.batch(topic, many(100))).ok);
        assert.equal((await store.query(byTopic({ limit: 200 }))).documents.length, 100);
      });

      it('refuses a hundred and one writes', () => refuses(many(101)));

      it('round-trips a document near 2 MB', async () => {
        const note = aNote('big', { text: text(storeLimits.documentBytes - 2000) });
        const [etag = ''] = await save(note);
        const found = await readId('big');
        assert(found);
        assert(found.body.text === note.body.text && found.etag === etag);
        assert((await store.batch(topic, [{ kind: 'delete', pk: topic, id: 'big', etag }])).ok);
      });

      it('refuses a document over 2 MB', () =>
        refuses([create(aNote('big', { text: text(storeLimits.documentBytes) }))]));

      it('counts bytes, not characters', () =>
        refuses([create(aNote('big', { text: '€'.repeat(storeLimits.documentBytes / 2.5) }))]));

      it('refuses documents that are over 2 MB together', () =>
        refuses([
          create(aNote('a', { text: text(1_100_000) })),
          create(aNote('b', { text: text(1_100_000) })),
        ]));

      it('refuses a write to another partition', () =>
        refuses([create(aNote('a')), create(aNote('b', {}, { pk: `${topic}-other` }))]));

      it('refuses keys that Cosmos DB could not hold', async () => {
        for (const id of ['', 'x'.repeat(1024), 'ö'.repeat(200), 'half \ud83d']) {
          await refuses([create(aNote(id))]);
          await assert.rejects(store.read(topic, id), StoreLimitError);
        }
      });

      it('refuses an expiry that is no instant', () =>
        refuses([create(aNote('a', {}, { expiresAt: 'soon' }))]));
    });

    describe('When a list is asked for', () => {
      const everyPage = async (query: Query, between: () => Promise<unknown> = async () => {}) => {
        const ids: string[] = [];
        let after: PageKey | undefined;
        do {
          const page: Page<Note> = await store.query<Note>({ ...query, ...(after ? { after } : {}) });
          assert(page.documents.length <= query.limit);
          ids.push(...page.documents.map(({ pk, id }) => `${pk} ${id}`));
          after = page.next && JSON.parse(JSON.stringify(page.next));
          await between();
        } while (after);
        return ids;
      };
      /** 24 notes in three partitions: eight with the same instant in each. */
      const manyEqual = async () => {
        const notes = [1, 2, 3].flatMap((p) =>
          Array.from({ length: 8 }, (_, i) =>
            aNote(`n${i}`, { at: i < 6 ? '2026-11-03' : '2026-11-04' }, { pk: `${topic}-${p}` }),
          ),
        );
        await save(...notes);
        return notes.map(({ pk, id }) => `${pk} ${id}`).sort();
      };

      for (const direction of ['ascending', 'descending'] as const) {
        it(`pages over equal keys in several partitions, ${direction}, without loss or repetition`, async () => {
          const all = await manyEqual();
          for (const limit of [1, 5, 24]) {
            const ids = await everyPage(byTopic({ limit, order: { field: 'at', direction } }));
            assert.deepEqual([...ids].sort(), all);
          }
        });

        it(`keeps every document in view, ${direction}, while others are inserted`, async () => {
          const all = await manyEqual();
          let inserted = 0;
          const ids = await everyPage(byTopic({ limit: 5, order: { field: 'at', direction } }), async () => {
            inserted += 1;
            const at = inserted % 2 ? '2026-11-03' : '2026-11-01';
            if (inserted < 8)
              await save(aNote(`m${inserted}`, { at }, { pk: `${topic}-${1 + (inserted % 3)}` }));
          });
          assert.equal(new Set(ids).size, ids.length);
          assert.deepEqual(ids.filter((id) => id.includes(' n')).sort(), all);
        });
      }

      it('orders by the order field in both directions', async () => {
        await save(
          aNote('b', { at: '2026-11-03' }),
          aNote('c', { at: '2026-11-04' }),
          aNote('a', { at: '2026-11-05' }),
        );
        assert.deepEqual(idsOf(await store.query(byTopic())), ['b', 'c', 'a']);
        const latest = await store.query(byTopic({ order: { field: 'at', direction: 'descending' } }));
        assert.deepEqual(idsOf(latest), ['a', 'c', 'b']);
      });

      it('orders numbers as numbers', async () => {
        await save(aNote('ten', { at: 10 }), aNote('nine', { at: 9 }), aNote('half', { at: 0.5 }));
        assert.deepEqual(idsOf(await store.query(byTopic())), ['half', 'nine', 'ten']);
      });

      it('says that there is more only when there is', async () => {
        await save(aNote('a'), aNote('b'));
        assert.equal((await store.query(byTopic({ limit: 2 }))).next, undefined);
        assert.notEqual((await store.query(byTopic({ limit: 1 }))).next, undefined);
      });

      it('keeps to a range, both ends included', async () => {
        await save(...['1', '2', '3', '4'].map((day) => aNote(day, { at: `2026-11-0${day}` })));
        const within = async (range: NonNullable<Query['range']>, more: Partial<Query> = {}) =>
          idsOf(await store.query(byTopic({ range, ...more })));
        assert.deepEqual(await within({ from: '2026-11-02', to: '2026-11-03' }), ['2', '3']);
        assert.deepEqual(await within({ from: '2026-11-03' }), ['3', '4']);
        assert.deepEqual(await within({ to: '2026-11-02' }), ['1', '2']);
        const descending = { field: 'at', direction: 'descending' } as const;
        const first = await store.query(
          byTopic({ range: { from: '2026-11-02' }, order: descending, limit: 2 }),
        );
        assert(first.next);
        assert.deepEqual(await within({ from: '2026-11-02' }, { order: descending, after: first.next }), [
          '2',
        ]);
      });

      it('keeps to one partition when asked', async () => {
        await save(
          aNote('a', {}, { pk: `${topic}-1` }),
          aNote('b', {}, { pk: `${topic}-2` }),
          aNote('c', {}, { pk: `${topic}-2` }),
        );
        assert.deepEqual(idsOf(await store.query(byTopic({ pk: `${topic}-2` }))), ['b', 'c']);
        const page = await store.query(byTopic({ pk: `${topic}-2`, limit: 1 }));
        assert(page.next);
        assert.deepEqual(
          idsOf(await store.query(byTopic({ pk: `${topic}-2`, limit: 1, after: page.next }))),
          ['c'],
        );
      });

      it('tells true, 1 and "1" apart', async () => {
        await save(aNote('true', { flag: true }), aNote('one', { flag: 1 }), aNote('text', { flag: '1' }));
        const flagged = async (flag: boolean | number | string) =>
          idsOf(await store.query(byTopic({ equals: { topic, flag } })));
        assert.deepEqual(await flagged(true), ['true']);
        assert.deepEqual(await flagged(1), ['one']);
        assert.deepEqual(await flagged('1'), ['text']);
        assert.deepEqual(await flagged(false), []);
      });

      it('finds no other type and no other topic', async () => {
        await save(aNote('a'), aNote('b', {}, { type: 'memo' }), aNote('c', { topic: `${topic}'` }));
        assert.deepEqual(idsOf(await store.query(byTopic())), ['a']);
        assert.deepEqual(idsOf(await store.query(byTopic({ equals: { topic: `${topic}'` } }))), ['c']);
      });

      it('does not find a document without the order field', async () => {
        await save(aNote('due'), aNote('idle', { at: undefined }), aNote('empty', { at: null }));
        assert.deepEqual(idsOf(await store.query(byTopic())), ['due']);
      });

      it('finds the documents of a type by order alone', async () => {
        const timer = (id: string, at?: string) => ({
          pk: `${topic}-${id}`,
          id,
          type: 'timer',
          body: at ? { at } : {},
        });
        await save(timer('late', '2026-11-09'), timer('soon', '2026-11-03'), timer('never'));
        const due: Query = { type: 'timer', order: { field: 'at', direction: 'ascending' }, limit: 10 };
        assert.deepEqual(idsOf(await store.query(due)), ['soon', 'late']);
        assert.deepEqual(idsOf(await store.query({ ...due, range: { to: '2026-11-05' } })), ['soon']);
      });

      it('refuses a question that no index answers', async () => {
        const order = (field: string) => ({ order: { field, direction: 'ascending' } as const });
        const undeclared: Query[] = [
          byTopic(order('text')),
          byTopic({ equals: {} }),
          byTopic({ equals: { flag: true } }),
          byTopic({ equals: { topic, text: 'x' } }),
          byTopic({ type: 'memo' }),
          byTopic({ limit: 0 }),
          byTopic({ limit: 201 }),
          byTopic({ limit: 1.5 }),
          byTopic({ after: ['2026-11-02'] }),
        ];
        for (const query of undeclared) await assert.rejects(store.query(query), StoreLimitError);
      });
    });

    describe('When a document expires', () => {
      const minute = 60_000;
      const inOneMinute = { expiresAt: new Date(start + minute).toISOString() };

      it('counts as present until that instant and as absent from then on', async () => {
        const [etag] = await save(aNote('a', {}, inOneMinute), aNote('b'));
        clock = start + minute - 1;
        assert.deepEqual(await readId('a'), { ...aNote('a', {}, inOneMinute), etag });
        assert.deepEqual(idsOf(await store.query(byTopic())), ['a', 'b']);
        clock = start + minute;
        assert.equal(await readId('a'), undefined);
        assert.deepEqual(idsOf(await store.query(byTopic())), ['b']);
      });

      it('lets another be created in its place, once', async () => {
        await save(aNote('done', {}, inOneMinute));
        assert.deepEqual(await store.batch(topic, [create(aNote('done'))]), {
          ok: false,
          failure: 'exists',
          index: 0,
        });
        clock = start + 2 * minute;
        const attempts = ['x', 'y', 'z'].map((text) =>
          store.batch(topic, [create(aNote(`by-${text}`)), create(aNote('done', { text }))]),
        );
        const results = await Promise.all(attempts);
        assert.equal(results.filter(({ ok }) => ok).length, 1);
        const lost = results.filter(({ ok }) => !ok);
        assert.deepEqual(
          lost,
          [1, 2].map(() => ({ ok: false, failure: 'exists', index: 1 })),
        );
        const winner = ['x', 'y', 'z'][results.findIndex(({ ok }) => ok)];
        assert.equal((await readId('done'))?.body.text, winner);
        assert.equal((await readId('done'))?.expiresAt, undefined);
        assert.deepEqual(idsOf(await store.query(byTopic())), [`by-${winner}`, 'done']);
      });

      it('lives on when it is written again with a later expiry', async () => {
        await save(aNote('a', {}, inOneMinute));
        const later = { expiresAt: new Date(start + 10 * minute).toISOString() };
        await store.batch(topic, [{ kind: 'upsert', document: aNote('a', {}, later) }]);
        clock = start + 5 * minute;
        assert.equal((await readId('a'))?.expiresAt, later.expiresAt);
      });

      it('understands an instant in any ISO form', async () => {
        await save(aNote('a', {}, { expiresAt: '2026-11-02T09:01:00+01:00' }));
        assert.notEqual(await readId('a'), undefined);
        clock = start + minute;
        assert.equal(await readId('a'), undefined);
      });
    });
  });
}
