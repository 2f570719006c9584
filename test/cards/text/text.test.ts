import assert from 'node:assert/strict';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import { clientDateTime, deadline } from '../../../cards/text/dates.ts';
import { en } from '../../../cards/text/en.ts';
import { fileSize } from '../../../cards/text/lists.ts';
import { messageText } from '../../../cards/text/messages.ts';
import { catalogue, wordsFor } from '../../../cards/text/words.ts';

describe('Deadlines', () => {
  it('name the day that ends, at 24:00 Pacific Time (R78)', () => {
    assert.equal(deadline('2026-11-28T08:00:00.000Z', reader), 'Fri 27 Nov 2026, 24:00 Pacific Time');
    assert.equal(deadline('2026-07-11T07:00:00.000Z', reader), 'Fri 10 Jul 2026, 24:00 Pacific Time');
  });

  it('leave other times to the reader’s zone, without the fraction that clients do not know', () => {
    assert.equal(
      clientDateTime('2026-11-20T18:30:00.123Z'),
      '{{DATE(2026-11-20T18:30:00Z,SHORT)}} {{TIME(2026-11-20T18:30:00Z)}}',
    );
  });
});

describe('The catalogue', () => {
  it('has a form for one and for many', () => {
    const t = wordsFor(reader);
    assert.equal(t('proof.attached', { count: 1 }), '1 file attached');
    assert.equal(t('proof.attached', { count: 3 }), '3 files attached');
  });

  it('holds another language to the same keys and placeholders', () => {
    assert.ok(catalogue(en));
    // @ts-expect-error a key is missing
    catalogue({ 'action.next': 'Nästa' });
    // @ts-expect-error the placeholder {number} is missing
    catalogue({ ...en, 'message.cancelledDraft': 'Avbrutet.' } as const);
    // @ts-expect-error a placeholder that English does not have
    catalogue({ ...en, 'action.next': 'Nästa {step}' } as const);
  });

  it('shows what somebody typed as it was typed', () => {
    const text = messageText('fileAdded', { file: 'a_[b].pdf', number: 'C-7F3K-9Q2M' }, reader);
    assert.equal(text, 'a\\_\\[b\\].pdf is added to C-7F3K-9Q2M.');
  });

  it('says sizes in a unit that can be read', () => {
    assert.deepEqual(
      [10, 348_160, 2_516_582].map((bytes) => fileSize(bytes, reader)),
      ['1 KB', '340 KB', '2.4 MB'],
    );
  });
});
