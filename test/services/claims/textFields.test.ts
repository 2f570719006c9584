import assert from 'node:assert/strict';
import { checkDomain, checkEmail, checkGuid, checkText } from '../../../services/claims/textFields.ts';

type Expected = { readonly value: string } | { readonly error: string };

/** Typed text, and what is made of it: its canonical form or the code of the error. */
type Case = readonly [typed: string | undefined, expected: Expected];

/** 253 characters, the most that a domain can have, in labels of at most 63. */
const longestDomain = [63, 63, 63, 61].map((length) => 'a'.repeat(length)).join('.');

const fields: readonly {
  readonly field: string;
  readonly check: (typed: string | undefined) => ReturnType<typeof checkText>;
  readonly cases: readonly Case[];
}[] = [
  {
    field: "a customer's domain (R9)",
    check: checkDomain,
    cases: [
      ['contoso', { value: 'contoso' }],
      ['contoso.onmicrosoft.com', { value: 'contoso.onmicrosoft.com' }],
      ['  Contoso.COM ', { value: 'contoso.com' }],
      ['contoso.co.uk', { value: 'contoso.co.uk' }],
      ['3m.com', { value: '3m.com' }],
      ['xn--bcher-kva.example', { value: 'xn--bcher-kva.example' }],
      ['bücher.example', { value: 'bücher.example' }],
      [longestDomain, { value: longestDomain }],
      [undefined, { error: 'required' }],
      ['', { error: 'required' }],
      ['   ', { error: 'required' }],
      ['https://contoso.com', { error: 'domainHasProtocol' }],
      ['HTTP://contoso', { error: 'domainHasProtocol' }],
      ['https://', { error: 'domainHasProtocol' }],
      ['contoso.com/path', { error: 'domainHasPath' }],
      ['contoso.com?x=1', { error: 'domainHasPath' }],
      ['contoso.com#top', { error: 'domainHasPath' }],
      ['a@b.com', { error: 'domainIsEmail' }],
      ['@contoso.com', { error: 'domainIsEmail' }],
      [`${longestDomain}a`, { error: 'tooLong' }],
      ['-bad-.com', { error: 'notADomain' }],
      ['bad-.com', { error: 'notADomain' }],
      ['contoso..com', { error: 'notADomain' }],
      ['.contoso.com', { error: 'notADomain' }],
      ['contoso.com.', { error: 'notADomain' }],
      ['con toso.com', { error: 'notADomain' }],
      ['con_toso.com', { error: 'notADomain' }],
      ['contoso.com:443', { error: 'notADomain' }],
      [`${'a'.repeat(64)}.com`, { error: 'notADomain' }],
      ['1.2.3.4', { error: 'notADomain' }],
      ['0x7f', { error: 'notADomain' }],
      ['12345', { error: 'notADomain' }],
      ['*.contoso.com', { error: 'notADomain' }],
    ],
  },
  {
    field: 'a directory or subscription ID (R10)',
    check: checkGuid,
    cases: [
      ['84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c', { value: '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c' }],
      [' 84A4F1AD-2A8C-4C65-9D53-CF3A2B874D3C ', { value: '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c' }],
      [undefined, { error: 'required' }],
      [' ', { error: 'required' }],
      ['{84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c}', { error: 'notAGuid' }],
      ['84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3', { error: 'notAGuid' }],
      ['84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c0', { error: 'notAGuid' }],
      ['84a4f1ad2a8c4c659d53cf3a2b874d3c', { error: 'notAGuid' }],
      ['g4a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c', { error: 'notAGuid' }],
      ['84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c\n84a4f1ad', { error: 'notAGuid' }],
      ['contoso.com', { error: 'notAGuid' }],
    ],
  },
  {
    field: 'an e-mail address (R13)',
    check: checkEmail,
    cases: [
      ['ana@contoso.com', { value: 'ana@contoso.com' }],
      [' Ana.Ruiz+cpor@mail.contoso.co.uk ', { value: 'Ana.Ruiz+cpor@mail.contoso.co.uk' }],
      [undefined, { error: 'required' }],
      ['', { error: 'required' }],
      ['ana', { error: 'notAnEmail' }],
      ['ana.contoso.com', { error: 'notAnEmail' }],
      ['ana@contoso..com', { error: 'notAnEmail' }],
      ['@contoso.com', { error: 'notAnEmail' }],
      ['ana ruiz@contoso.com', { error: 'notAnEmail' }],
      ['ana@contoso.com, ben@contoso.com', { error: 'notAnEmail' }],
      ['Ana <ana@contoso.com>', { error: 'notAnEmail' }],
      ['ana@contoso.com\nbcc: everybody@contoso.com', { error: 'notAnEmail' }],
      ['ana@', { error: 'emailWithoutHost' }],
      ['ana@contoso', { error: 'emailWithoutHost' }],
      [`${'a'.repeat(243)}@contoso.com`, { error: 'tooLong' }],
    ],
  },
  {
    field: 'a text of at most ten characters',
    check: (typed) => checkText(typed, 10),
    cases: [
      ['0123456789', { value: '0123456789' }],
      ['  0123456789  ', { value: '0123456789' }],
      ['🙂'.repeat(10), { value: '🙂'.repeat(10) }],
      ['0123456789a', { error: 'tooLong' }],
      ['🙂'.repeat(11), { error: 'tooLong' }],
      ['012345678é🙂', { error: 'tooLong' }],
      [undefined, { error: 'required' }],
      [' \n\t ', { error: 'required' }],
    ],
  },
];

for (const { field, check, cases } of fields) {
  describe(`When ${field} is typed`, () => {
    for (const [typed, expected] of cases) {
      const shown = JSON.stringify(
        typed && typed.length > 60 ? `${typed.slice(0, 60)}… (${typed.length})` : typed,
      );
      const what = 'value' in expected ? 'takes' : `says ${expected.error} of`;
      it(`${what} ${shown}`, () => {
        const checked = check(typed);
        assert.deepEqual('error' in checked ? { error: checked.error.code } : checked, expected);
      });
    }
  });
}

describe('When a text is too long', () => {
  it('says how long it is and how long it may be, in characters as people count them', () => {
    assert.deepEqual(checkText('🙂'.repeat(11), 10), {
      error: { code: 'tooLong', data: { limit: 10, length: 11 } },
    });
  });
});
