// Above 200 lines: one list of promises that every adapter must keep.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type FileStore, FileTooLargeError, newFileId } from '../../services/storage/files/fileStore.ts';

/** Opens a file store of the adapter under test, empty, whose links can be fetched; `count` counts all it has left behind. */
export type OpenFileStore = () => Promise<{
  readonly files: FileStore;
  readonly count: () => Promise<number>;
  /** The time by which links expire: that of the server that answers them. */
  readonly now: () => Date;
  readonly close: () => Promise<void>;
}>;

const unknownId = '0'.repeat(32);

/** The promises of `FileStore`, as a mocha suite for one adapter. */
export function fileStoreContract(name: string, open: OpenFileStore): void {
  describe(`The file store on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenFileStore>>;
    let files: FileStore;

    beforeEach(async () => {
      opened = await open();
      files = opened.files;
    });
    afterEach(() => opened.close());

    const large = Buffer.alloc(3_300_000, 'the work done, line by line; ');
    const proof = Buffer.from('%PDF-1.7 signed by the customer, Ünïcödé\u0000');
    const keep = async (content: Readable, limitBytes = 1_000_000) => {
      const id = newFileId();
      return { id, ...(await files.put(id, content, { limitBytes })) };
    };
    const put = (content: Buffer = proof, limitBytes?: number) => keep(Readable.from([content]), limitBytes);
    const read = async (id: string) => {
      const content = await files.open(id);
      assert(content);
      return buffer(content);
    };
    const inMinutes = (count: number) => new Date(opened.now().getTime() + count * 60_000).toISOString();
    const link = (id: string, more: Partial<Parameters<FileStore['link']>[1]> = {}) =>
      files.link(id, { name: 'proof.pdf', contentType: 'application/pdf', expiresAt: inMinutes(5), ...more });

    describe('When a file is put', () => {
      it('opens with the same content and says its length and hash', async () => {
        const stored = await put();
        assert.deepEqual(await read(stored.id), proof);
        assert.equal(stored.bytes, proof.length);
        assert.equal(stored.sha256, createHash('sha256').update(proof).digest('hex'));
      });

      it('keeps an empty file', async () => {
        const stored = await keep(Readable.from([]), 10);
        assert.equal(stored.bytes, 0);
        assert.equal((await read(stored.id)).length, 0);
      });

      it('keeps a file of many pieces whole', async () => {
        const pieces = Array.from({ length: 300 }, (_, i) => Buffer.alloc(10_007, i % 251));
        const stored = await keep(Readable.from(pieces), 25 * 1024 * 1024);
        assert(Buffer.concat(pieces).equals(await read(stored.id)));
      });

      it('keeps the same content as often as it is put', async () => {
        const [one, other] = [await put(), await put()];
        await files.delete(one.id);
        assert.deepEqual(await read(other.id), proof);
        assert.equal(await opened.count(), 1);
      });

      it('takes a file of exactly the limit', async () => {
        assert.equal((await put(proof, proof.length)).bytes, proof.length);
      });

      it('refuses one byte more and leaves nothing', async () => {
        await assert.rejects(put(proof, proof.length - 1), FileTooLargeError);
        assert.equal(await opened.count(), 0);
      });

      it('stops reading soon after the limit', async () => {
        let read = 0;
        const endless = Readable.from(
          (function* () {
            for (;;) {
              read += 1;
              yield Buffer.alloc(1000);
            }
          })(),
        );
        await assert.rejects(keep(endless, 5000), FileTooLargeError);
        assert(read < 100);
        assert(endless.destroyed);
      });

      it('leaves nothing when the stream fails half-way', async () => {
        const failing = Readable.from(
          (function* () {
            yield proof;
            throw new Error('the connection broke');
          })(),
        );
        await assert.rejects(keep(failing, 1000), /the connection broke/);
        assert.equal(await opened.count(), 0);
      });

      it('leaves nothing when the stream closes without an end', async () => {
        const closing = new PassThrough();
        closing.write(large.subarray(0, 2_000_000), () => closing.destroy());
        await assert.rejects(keep(closing, large.length));
        assert.equal(await opened.count(), 0);
      });

      it('takes an interrupted file again, under the same ID or a new one', async () => {
        const id = newFileId();
        const half = Readable.from(
          (function* () {
            yield large.subarray(0, 2_000_000);
            throw new Error('the connection broke');
          })(),
        );
        await assert.rejects(files.put(id, half, { limitBytes: large.length }), /the connection broke/);
        assert.equal(await files.open(id), undefined);
        await files.put(id, Readable.from([proof]), { limitBytes: large.length });
        assert.deepEqual(await read(id), proof);
        assert.deepEqual(await read((await put(proof)).id), proof);
        assert.equal(await opened.count(), 2);
      });

      it('refuses an ID that is used already and keeps what is there', async () => {
        const { id } = await put();
        const limit = { limitBytes: 1000 };
        await assert.rejects(files.put(id, Readable.from(['another']), limit));
        await assert.rejects(files.put(id, Readable.from([proof]), limit));
        assert.deepEqual(await read(id), proof);
        assert.equal(await opened.count(), 1);
      });

      it('accepts only one of two that use an ID at the same moment', async () => {
        const id = newFileId();
        const contents = [large, Buffer.from(large).reverse()];
        const settled = await Promise.allSettled(
          contents.map((content) => files.put(id, Readable.from([content]), { limitBytes: large.length })),
        );
        const winner = settled.findIndex(({ status }) => status === 'fulfilled');
        assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 1);
        assert(contents[winner]?.equals(await read(id)));
        assert.equal(await opened.count(), 1);
      });

      it('keeps several at the same time apart', async () => {
        const contents = [1, 2, 3, 4, 5].map((fill) => Buffer.alloc(1_500_000 + fill, fill));
        const stored = await Promise.all(contents.map((content) => put(content, content.length)));
        for (const [i, { id }] of stored.entries()) assert(contents[i]?.equals(await read(id)));
        assert.equal(await opened.count(), contents.length);
      });
    });

    describe('When a reader goes away half-way', () => {
      it('can be read again, from the store and by its link', async () => {
        const { id } = await put(large, large.length);
        const content = await files.open(id);
        assert(content);
        for await (const chunk of content) {
          assert(chunk.length > 0);
          break;
        }
        assert(content.destroyed);
        const address = await link(id);
        const leaving = new AbortController();
        const response = await fetch(address, { signal: leaving.signal });
        await response.body?.getReader().read();
        leaving.abort();
        assert(large.equals(await read(id)));
        assert(large.equals(Buffer.from(await (await fetch(address)).arrayBuffer())));
        assert.equal(await opened.count(), 1);
      });
    });

    describe('When a file is gone or was never there', () => {
      it('opens nothing', async () => {
        assert.equal(await files.open(unknownId), undefined);
      });

      it('deletes once and does not mind twice', async () => {
        const { id } = await put();
        await files.delete(id);
        await files.delete(id);
        assert.equal(await files.open(id), undefined);
        assert.equal(await opened.count(), 0);
      });

      it('takes no path for an id', async () => {
        await put();
        for (const id of [
          '',
          '.',
          '..',
          '../x',
          '/etc/passwd',
          'a\u0000b',
          `${unknownId}/..`,
          '%2e%2e',
          '*',
        ]) {
          assert.equal(await files.open(id), undefined);
          await files.delete(id);
          await assert.rejects(link(id));
          await assert.rejects(files.put(id, Readable.from([proof]), { limitBytes: 100 }));
        }
        assert.equal(await opened.count(), 1);
      });
    });

    describe('When a link is opened', () => {
      it('gives the file under its name and type', async () => {
        const { id } = await put();
        const response = await fetch(await link(id, { name: 'Vertrag für Ünï.pdf' }));
        assert.equal(response.status, 200);
        assert.deepEqual(Buffer.from(await response.arrayBuffer()), proof);
        assert.equal(response.headers.get('content-type'), 'application/pdf');
        const disposition = response.headers.get('content-disposition') ?? '';
        assert.match(
          disposition,
          /^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''Vertrag%20f%C3%BCr%20%C3%9Cn%C3%AF\.pdf$/,
        );
        assert.equal(response.headers.get('cache-control'), 'private, no-store');
      });

      it('downloads what a browser should not show', async () => {
        const { id } = await put();
        for (const contentType of ['text/html', 'image/svg+xml', 'application/vnd.ms-outlook']) {
          const response = await fetch(await link(id, { name: 'page.html', contentType }));
          assert.match(response.headers.get('content-disposition') ?? '', /^attachment;/);
        }
      });

      it('refuses a link that has ended', async () => {
        const { id } = await put();
        const response = await fetch(await link(id, { expiresAt: inMinutes(-5) }));
        await assertRefused(response, 'ended');
      });

      it('refuses a link in which anything was changed', async () => {
        const [{ id }, other] = [await put(), await put()];
        const good = new URL(await link(id));
        const nextYear = String(opened.now().getUTCFullYear() + 1);
        const changes: ((url: URL) => void)[] = [
          (url) => {
            url.pathname = url.pathname.replace(id, other.id);
          },
          ...[...good.searchParams].flatMap(([key, value]) => [
            (url: URL) => url.searchParams.set(key, value.replace(/^\d{4}(?=-)|$/, nextYear)),
            (url: URL) => url.searchParams.set(key, `${value}x`),
            (url: URL) => url.searchParams.delete(key),
          ]),
        ];
        for (const change of changes) {
          const url = new URL(good);
          change(url);
          await assertRefused(await fetch(url), url.search);
        }
        assert.equal((await fetch(good)).status, 200);
      });

      it('lets nobody list, replace, add or delete with it', async () => {
        const { id } = await put();
        const good = new URL(await link(id));
        const folder = new URL(good);
        folder.pathname = folder.pathname.replace(`/${id}`, '');
        await assertRefused(await fetch(folder), 'folder');
        folder.searchParams.set('restype', 'container');
        folder.searchParams.set('comp', 'list');
        await assertRefused(await fetch(folder), 'listing');
        const fresh = new URL(good);
        fresh.pathname = fresh.pathname.replace(id, newFileId());
        for (const url of [good, fresh]) {
          for (const method of ['PUT', 'POST', 'PATCH', 'DELETE']) {
            const headers = { 'x-ms-blob-type': 'BlockBlob' };
            const body = method === 'DELETE' ? null : 'another';
            await assertRefused(await fetch(url, { method, headers, body }), method);
          }
        }
        assert.deepEqual(await read(id), proof);
        assert.equal(await opened.count(), 1);
      });

      it('can stand in Markdown, whatever the name', async () => {
        const { id } = await put();
        const address = await link(id, { name: "a) [b](c) *d* !e 'f' <g> \\).pdf" });
        assert.match(address, /^https?:[\w/.:~%&=+?*-]+$/);
        assert.equal((await fetch(address)).status, 200);
      });

      it('finds nothing once the file is deleted', async () => {
        const { id } = await put();
        const address = await link(id);
        await files.delete(id);
        assert.equal((await fetch(address)).status, 404);
      });

      it('is not harmed by any name', async () => {
        const { id } = await put();
        const nasty = [
          '',
          '..',
          '../../etc/passwd',
          'a"; filename=b.exe',
          'a\r\nSet-Cookie: x=1',
          "a'b(c)*.pdf",
          '\u202Efdp.exe',
          'x\u0000.pdf',
          '🧾.pdf',
          'half \ud83d.pdf',
          'C:\\x\\y.pdf',
          'n'.repeat(400),
        ];
        for (const name of nasty) {
          const response = await fetch(await link(id, { name }));
          assert.equal(response.status, 200, JSON.stringify(name));
          assert.equal(response.headers.get('set-cookie'), null);
          const disposition = response.headers.get('content-disposition') ?? '';
          assert.match(
            disposition,
            /^inline; filename="[^"\\/%]+"; filename\*=UTF-8''[\w.~!$&+%-]+$/,
            JSON.stringify(name),
          );
          assert.deepEqual(Buffer.from(await response.arrayBuffer()), proof);
        }
      });
    });
  });
}

/** Refused by the one who was asked (4xx), and without the content. */
async function assertRefused(response: Response, what: string): Promise<void> {
  assert(response.status >= 400 && response.status < 500, `${response.status} for ${what}`);
  assert.doesNotMatch(await response.text(), /%PDF/, what);
}
