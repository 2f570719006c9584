import assert from 'node:assert/strict';
import { distinctName, harmlessName } from '../../../services/domain/proofNames.ts';

describe('When a file is called something', () => {
  const names: readonly (readonly [what: string, sent: string, kept: string])[] = [
    ['an ordinary name', 'Statement of work (final) #3.pdf', 'Statement of work (final) #3.pdf'],
    ['another script', 'Договор № 5.pdf', 'Договор № 5.pdf'],
    ['right to left', 'חוזה.pdf', 'חוזה.pdf'],
    ['an emoji of several signs', '👩‍💻 plan.pdf', '👩‍💻 plan.pdf'],
    ['Markdown', '[free](http://evil.example).pdf', '[free](http:--evil.example).pdf'],
    ['a turned ending', 'annex\u202Efdp.exe', 'annexfdp.exe'],
    ['several lines', 'a\r\nb\u2028c.pdf', 'a b c.pdf'],
    ['control characters', 'a\u0000b\u0007.pdf', 'a b .pdf'],
    ['invisible signs', 'a\u200Bb\uFEFF.pdf', 'ab.pdf'],
    ['a path', '..\\..\\etc/passwd.pdf', '-..-etc-passwd.pdf'],
    ['dots', '...', 'file'],
    ['nothing', '', 'file'],
    ['spaces', ' \t ', 'file'],
    ['an ending alone', '.pdf', 'file.pdf'],
    ['half a character', 'a\ud800.pdf', 'a\ufffd.pdf'],
  ];
  for (const [what, sent, kept] of names) {
    it(`keeps ${what}, harmless`, () => {
      assert.equal(harmlessName(sent), kept);
      assert.equal(harmlessName(kept), kept);
    });
  }

  it('shortens a name that is too long and keeps its ending', () => {
    const long = harmlessName(`${'🧭'.repeat(400)}.pdf`);
    assert.equal([...long].length, 150);
    assert.match(long, /…\.pdf$/);
    assert.equal(harmlessName(long), long);
  });

  it('gives a second file of the same name a number, also of the longest', () => {
    assert.equal(distinctName('scan.pdf', [{ name: 'other.pdf' }]), 'scan.pdf');
    assert.equal(distinctName('scan.pdf', [{ name: 'Scan.PDF' }]), 'scan (2).pdf');
    assert.equal(distinctName('scan.pdf', [{ name: 'scan.pdf' }, { name: 'scan (2).pdf' }]), 'scan (3).pdf');
    assert.equal(distinctName('scan', [{ name: 'scan' }]), 'scan (2)');
    const long = harmlessName(`${'a'.repeat(400)}.pdf`);
    const second = distinctName(long, [{ name: long }]);
    assert.match(second, /… \(2\)\.pdf$/);
    assert.ok(second.length <= 150);
  });
});
