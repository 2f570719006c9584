import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type FileStore, FileTooLargeError, newFileId } from '../../services/storage/fileStore.ts';

/** Opens a file store of the adapter under test, empty, whose links can be fetched; `count` counts all it has left behind. */
export type OpenFileStore = () => Promise<{
  readonly files: FileStore;
  readonly count: () => Promise<number>;
  readonly close: () => Promise<void>;
}>;

const farAway = '2099-01-01T00:00:00.000Z';
const longAgo = '2020-01-01T00:00:00.000Z';
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

    const proof = Buffer.from('%PDF-1.7 signed by the customer, Ünïcödé\u0000');
    const keep = async (content: Readable, limitBytes = 1_000_000) => {
      const id = newFileId();
      return { id, ...(await files.put(id, content, { limitBytes })) };
    };
    const put = (content: Buffer = proof, limitBytes?: number) => keep(Readable.from([content]), limitBytes);
    const link = (id: string, more: Partial<Parameters<FileStore['link']>[1]> = {}) =>
      files.link(id, { name: 'proof.pdf', contentType: 'application/pdf', expiresAt: farAway, ...more });

    describe('When a file is put', () => {
      it('opens with the same content and says its length and hash', async () => {
        const stored = await put();
        const content = await files.open(stored.id);
        assert(content);
        assert.deepEqual(await buffer(content), proof);
        assert.equal(stored.bytes, proof.length);
        assert.equal(stored.sha256, createHash('sha256').update(proof).digest('hex'));
      });

      it('keeps an empty file', async () => {
        const stored = await keep(Readable.from([]), 10);
        const content = await files.open(stored.id);
        assert(content);
        assert.equal(stored.bytes, 0);
        assert.equal((await buffer(content)).length, 0);
      });

      it('keeps a file of many pieces whole', async () => {
        const pieces = Array.from({ length: 300 }, (_, i) => Buffer.alloc(10_007, i % 251));
        const stored = await keep(Readable.from(pieces), 25 * 1024 * 1024);
        const content = await files.open(stored.id);
        assert(content);
        assert(Buffer.concat(pieces).equals(await buffer(content)));
      });

      it('keeps the same content as often as it is put', async () => {
        const [one, other] = [await put(), await put()];
        await files.delete(one.id);
        assert(await files.open(other.id));
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
        const response = await fetch(await link(id, { expiresAt: longAgo }));
        assert([403, 410].includes(response.status));
        assert.doesNotMatch(await response.text(), /%PDF/);
      });

      it('refuses a link of which anything was changed', async () => {
        const [{ id }, other] = [await put(), await put()];
        const good = new URL(await link(id, { expiresAt: '2098-12-31T00:00:00.000Z' }));
        const changes: ((url: URL) => void)[] = [
          (url) => {
            url.pathname = url.pathname.replace(id, other.id);
          },
          ...[...good.searchParams.keys()].flatMap((key) => [
            (url: URL) => url.searchParams.set(key, `${url.searchParams.get(key)}x`.replace('2098', '2099')),
            (url: URL) => url.searchParams.delete(key),
          ]),
        ];
        for (const change of changes) {
          const url = new URL(good);
          change(url);
          assert.equal((await fetch(url)).status, 403, url.search);
        }
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
