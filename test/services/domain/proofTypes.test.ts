import assert from 'node:assert/strict';
import { peekedBytes, recogniseFile } from '../../../services/claims/proof/recogniseFile.ts';
import { proofTypeOf } from '../../../services/domain/proofTypes.ts';
import { aPdf } from '../../support/aPdf.ts';
import { aZip } from '../../support/aZip.ts';
import { refusalOf } from '../../support/deciding.ts';
import { grantedValue } from '../../support/memoryClaims.ts';
import * as some from '../../support/someFiles.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const docx = `${office}.wordprocessingml.document`;

/** As the bot sees a file: its name and its first part. */
async function typeOf(name: string, content: Buffer) {
  const head = content.subarray(0, peekedBytes);
  return proofTypeOf(name, await recogniseFile(head, content.length > peekedBytes));
}

const text = (content: string) => Buffer.from(content);
const after = (bytes: number, content: Buffer) => Buffer.concat([Buffer.alloc(bytes, 10), content]);

describe('When a file is a kind that is taken (D9)', () => {
  const taken: readonly (readonly [what: string, name: string, content: Buffer, type: string])[] = [
    ['a PDF', 'signed.pdf', aPdf('Signed'), 'application/pdf'],
    ['a PDF in capitals', 'SIGNED.PDF', aPdf('Signed'), 'application/pdf'],
    ['a PDF after other bytes', 'signed.pdf', after(1000, aPdf('Signed')), 'application/pdf'],
    ['a PDF without an ending', 'scan', aPdf('Signed'), 'application/pdf'],
    ['a PDF of a second version', 'scan.v2', aPdf('Signed'), 'application/pdf'],
    ['a PDF with a date in its name', 'minutes 2026.11', aPdf('Signed'), 'application/pdf'],
    ['a Word file', 'plan.docx', some.anOfficeFile('docx'), docx],
    ['a Word file that lists its types last', 'plan.docx', some.aDocxWithTypesLast(), docx],
    [
      'a Word file that begins with a large picture',
      'plan.docx',
      some.aDocxWithTypesLast([some.aThumbnail()]),
      docx,
    ],
    ['an Excel file', 'hours.xlsx', some.anOfficeFile('xlsx'), `${office}.spreadsheetml.sheet`],
    ['a PowerPoint file', 'deck.pptx', some.anOfficeFile('pptx'), `${office}.presentationml.presentation`],
    ['an Outlook message', 'Re: go-live.msg', some.aCfb(), 'application/vnd.ms-outlook'],
    ['a PNG', 'page.png', some.aPng(), 'image/png'],
    ['a JPEG', 'page.jpg', some.aJpeg(), 'image/jpeg'],
    ['a JPEG by its longer ending', 'page.jpeg', some.aJpeg(), 'image/jpeg'],
    ['a photo without an ending', 'IMG 0042', some.aJpeg(), 'image/jpeg'],
    ['a TIFF', 'page.tif', some.aTiff('II'), 'image/tiff'],
    ['a TIFF by its longer ending', 'page.tiff', some.aTiff('MM'), 'image/tiff'],
    ['a scan with its directory at the end', 'page.tif', some.aTiff('II', 150_000), 'image/tiff'],
  ];
  for (const [what, name, content, type] of taken) {
    it(`takes ${what}, whatever type anybody states`, async () => {
      assert.equal(grantedValue(await typeOf(name, content)), type);
    });
  }
});

describe('When a file is not what can be taken (D9)', () => {
  const zip = aZip([{ name: 'letter.txt', content: 'Dear Cleo' }]);
  const kinds: readonly (readonly [what: string, name: string, content: Buffer])[] = [
    ['a program', 'setup.exe', text(`MZ${'\0'.repeat(100)}`)],
    ['a text', 'notes.txt', text('Signed by Cleo')],
    ['a text without an ending', 'notes', text('Signed by Cleo')],
    ['a page', 'page.html', text('<!doctype html><html></html>')],
    ['a zip file', 'all.zip', zip],
    ['a Word file with macros', 'plan.docm', some.aDocm()],
    ['a Word template', 'plan.dotx', some.aDotx()],
    ['an old Word file', 'plan.doc', some.aCfb()],
    ['a container without an ending', 'mail', some.aCfb()],
    ['a drawing', 'a.gif', text('GIF89a....')],
  ];
  for (const [what, name, content] of kinds) {
    it(`says of ${what} which kinds are`, async () => {
      assert.deepEqual(refusalOf(await typeOf(name, content)), { code: 'fileTypeUnknown' });
    });
  }

  const differing: readonly (readonly [name: string, content: Buffer, kind: string, ending: string])[] = [
    ['photo.png', some.aJpeg(), 'jpg', 'png'],
    ['signed.docx', aPdf('Signed'), 'pdf', 'docx'],
    ['signed.pdf', some.anOfficeFile('docx'), 'docx', 'pdf'],
    ['hours.docx', some.anOfficeFile('xlsx'), 'xlsx', 'docx'],
    ['plan', some.anOfficeFile('docx'), 'docx', ''],
    ['setup.exe', aPdf('Signed'), 'pdf', 'exe'],
  ];
  for (const [name, content, kind, ending] of differing) {
    it(`says that ${name} holds a ${kind} file`, async () => {
      assert.deepEqual(refusalOf(await typeOf(name, content)), {
        code: 'fileNameDiffers',
        data: { kind, ending },
      });
    });
  }

  const others: readonly (readonly [what: string, name: string, content: Buffer, kind: string])[] = [
    ['a program', 'signed.pdf', text(`MZ${'\0'.repeat(100)}`), 'exe'],
    ['a page', 'signed.pdf', text('<!doctype html><html></html>'), ''],
    ['a damaged file', 'signed.pdf', Buffer.alloc(2000, 37), ''],
    ['a PDF that begins too late', 'signed.pdf', after(1025, aPdf('Signed')), ''],
    ['an iPhone’s photo', 'photo.jpg', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
    ['a WebP picture', 'photo.png', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'webp'],
    ['a zip file', 'plan.docx', zip, 'zip'],
    ['a large zip file', 'plan.docx', aZip([{ ...some.aThumbnail(), name: 'photo.jpeg' }]), 'zip'],
    ['a zip file with a folder “word”', 'plan.docx', aZip([{ name: 'word/a.txt', content: 'x' }]), 'zip'],
    ['a Word file with macros', 'plan.docx', some.aDocm(), 'docm'],
    ['a Word template', 'plan.docx', some.aDotx(), 'dotx'],
    ['a Word file with macros at its end', 'plan.docx', some.aDocxWithMacros(), 'docm'],
    ['an old container', 'signed.pdf', some.aCfb(), ''],
  ];
  for (const [what, name, content, kind] of others) {
    it(`says that ${name} is none when it is ${what}`, async () => {
      const data = { kind, ending: name.split('.')[1] };
      assert.deepEqual(refusalOf(await typeOf(name, content)), { code: 'fileContentDiffers', data });
    });
  }

  it('says of an Office file with a password that it is protected', async () => {
    for (const name of ['plan.docx', 'hours.xlsx', 'deck.pptx'])
      assert.deepEqual(refusalOf(await typeOf(name, some.aCfb())), { code: 'fileProtected' });
  });

  it('is not upset by bytes that only begin like something', async () => {
    const beginnings = [aPdf('x'), some.anOfficeFile('docx'), some.aCfb(), some.aPng(), some.aTiff('II', 90)];
    for (const whole of beginnings) {
      for (let length = 1; length < Math.min(whole.length, 400); length += 1)
        await typeOf('x.docx', whole.subarray(0, length));
    }
  });
});
