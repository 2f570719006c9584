import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { createDiskFileStore } from '../../../../services/storage/files/disk/diskFileStore.ts';
import { newFileId } from '../../../../services/storage/files/fileStore.ts';
import { openDiskFiles } from '../../../support/diskFiles.ts';

/** The whole answer is read, so that no connection stays busy with it. */
async function statusOf(link: string | URL, init: RequestInit = {}): Promise<number> {
  const response = await fetch(link, init);
  await response.arrayBuffer();
  return response.status;
}

describe('When a signed link is opened by a browser', () => {
  let clock = new Date('2026-11-02T08:00:00Z');
  let opened: Awaited<ReturnType<typeof openDiskFiles>>;
  const end = '2026-11-02T08:05:00.000Z';
  const aLink = async (contentType = 'image/png') => {
    const id = newFileId();
    await opened.files.put(id, Readable.from(['content']), { limitBytes: 100 });
    return opened.files.link(id, { name: 'a.png', contentType, expiresAt: end });
  };

  beforeEach(async () => {
    clock = new Date('2026-11-02T08:00:00Z');
    opened = await openDiskFiles(() => clock);
  });
  afterEach(() => opened.close());

  it('works until its end and is gone from that instant on', async () => {
    const link = await aLink();
    clock = new Date(Date.parse(end) - 1);
    assert.equal(await statusOf(link), 200);
    clock = new Date(end);
    assert.equal(await statusOf(link), 410);
  });

  it('keeps the content from acting as a page of this origin', async () => {
    const { headers } = await fetch(await aLink());
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(
      headers.get('content-security-policy'),
      "sandbox; default-src 'none'; frame-ancestors 'none'",
    );
  });

  it('sends an odd content type as plain bytes', async () => {
    const { headers } = await fetch(await aLink('text/html\r\nX-Evil: 1'));
    assert.equal(headers.get('content-type'), 'application/octet-stream');
    assert.equal(headers.get('x-evil'), null);
  });

  it('answers HEAD without content and refuses to change anything', async () => {
    const link = await aLink();
    const head = await fetch(link, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
    for (const method of ['POST', 'PUT', 'DELETE']) assert.equal(await statusOf(link, { method }), 405);
  });

  it('leaves other paths to others', async () => {
    for (const path of ['/', '/api/messages', '/filesystem', '/files']) {
      assert.equal(await statusOf(new URL(path, opened.baseUrl)), 418);
    }
    assert.equal(await statusOf(`${opened.baseUrl}/`), 403);
  });

  it('is not signed with a key that could be guessed', () => {
    const options = { directory: '/nowhere', signingKey: 'secret', baseUrl: opened.baseUrl };
    assert.throws(() => createDiskFileStore(options), /32 bytes/);
  });
});
