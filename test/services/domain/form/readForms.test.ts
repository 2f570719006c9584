import assert from 'node:assert/strict';
import { informationReasons, reviewerRejectionReasons } from '../../../../services/domain/claim.ts';
import {
  readComment,
  readOptionalComment,
  readRejection,
  readRequest,
} from '../../../../services/domain/form/readForms.ts';

const limit = 2000;

describe('When a comment is typed on a card', () => {
  it('takes up to 2,000 characters, trimmed', () => {
    assert.deepEqual(readComment({ comment: '  Hello\n' }), { value: 'Hello' });
    assert.deepEqual(readComment({ comment: '🙂'.repeat(limit) }), { value: '🙂'.repeat(limit) });
    assert.deepEqual(readComment({ comment: 'x'.repeat(limit + 1) }), {
      errors: { comment: { code: 'tooLong', data: { limit, length: limit + 1 } } },
    });
  });

  it('keeps every line and drops the marks that turn the reading direction', () => {
    assert.deepEqual(readComment({ comment: 'one\ntwo \u202eeno\u202c' }), { value: 'one\ntwo eno' });
  });

  it('asks for one when there is none', () => {
    assert.deepEqual(readComment({}), { errors: { comment: { code: 'required' } } });
    // Nor does a character that nobody sees say anything.
    for (const comment of ['', ' \n ', '\u200b', ' \u3000\u202e\n'])
      assert.deepEqual(readComment({ comment }), { errors: { comment: { code: 'required' } } });
  });
});

describe('When an answer may be sent with a resubmission (D3)', () => {
  it('may be empty, and is held to the same limit', () => {
    assert.deepEqual(readOptionalComment({}), { value: undefined });
    assert.deepEqual(readOptionalComment({ comment: '  ' }), { value: undefined });
    assert.deepEqual(readOptionalComment({ comment: ' Here. ' }), { value: 'Here.' });
    assert('errors' in readOptionalComment({ comment: 'x'.repeat(limit + 1) }));
  });
});

describe('When a reviewer asks for more (R80)', () => {
  it('takes one to five of the reasons, in their own order, and a comment', () => {
    const [first, ...others] = informationReasons;
    assert.deepEqual(readRequest({ reasons: first, comment: 'Why?' }), {
      value: { reasons: [first], comment: 'Why?' },
    });
    assert.deepEqual(readRequest({ reasons: [...others, first, first].join(','), comment: 'Why?' }), {
      value: { reasons: [...informationReasons], comment: 'Why?' },
    });
  });

  it('says at each field what is missing, in one pass', () => {
    assert.deepEqual(readRequest({}), {
      errors: { reasons: { code: 'required' }, comment: { code: 'required' } },
    });
    assert.deepEqual(readRequest({ reasons: 'DatesMissingOrOld,Rude', comment: 'Why?' }), {
      errors: { reasons: { code: 'notOffered' } },
    });
  });
});

describe('When a reviewer rejects (R82)', () => {
  it('takes one of the four reasons that a reviewer can choose, and a comment', () => {
    assert.equal(reviewerRejectionReasons.length, 4);
    for (const reason of reviewerRejectionReasons)
      assert.deepEqual(readRejection({ reason, comment: 'See the file.' }), {
        value: { reason, comment: 'See the file.' },
      });
  });

  it('refuses the reasons that are set by what happened, and says at each field what is missing', () => {
    for (const reason of ['PartnerRequest', 'CustomerDeclined', 'NoResponse', 'constructor']) {
      assert.deepEqual(readRejection({ reason, comment: 'x' }), {
        errors: { reason: { code: 'notOffered' } },
      });
    }
    assert.deepEqual(readRejection({}), {
      errors: { reason: { code: 'required' }, comment: { code: 'required' } },
    });
  });
});
