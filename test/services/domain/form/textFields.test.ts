// Above 200 lines: a table of texts as people type and paste them, field by field.

import assert from 'node:assert/strict';
import { checkGuid } from '../../../../services/domain/form/checkGuid.ts';
import {
  checkDomain,
  checkEmail,
  checkName,
  checkText,
} from '../../../../services/domain/form/textFields.ts';

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
      [longestDomain, { value: longestDomain }],
      [undefined, { error: 'required' }],
      ['', { error: 'required' }],
      ['   ', { error: 'required' }],
      ['https://', { error: 'notADomain' }],
      [`${longestDomain}a`, { error: 'tooLong' }],
      ['-bad-.com', { error: 'notADomain' }],
      ['bad-.com', { error: 'notADomain' }],
      ['contoso..com', { error: 'notADomain' }],
      ['.contoso.com', { error: 'notADomain' }],
      ['con%74oso.com', { error: 'notADomain' }],
      ['https://contoso com/', { error: 'notADomain' }],
      ['CONTOSO\\ann', { error: 'notADomain' }],
      ['the domain is contoso', { error: 'notADomain' }],
      ['Domain contoso.com', { error: 'notADomain' }],
      ['contoso .com', { error: 'notADomain' }],
      ['contoso,com', { error: 'notADomain' }],
      ['con toso.com', { error: 'notADomain' }],
      ['con_toso.com', { error: 'notADomain' }],
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
      ['84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3', { error: 'notAGuid' }],
      ['84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c0', { error: 'notAGuid' }],
      ['84a4f1ad2a8c4c659d53cf3a2b874d3', { error: 'notAGuid' }],
      ['g4a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c', { error: 'notAGuid' }],
      ['84a4f1ad-2a8c-4c65-…', { error: 'notAGuid' }],
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
      ['Ana Ruiz ana@contoso.com', { error: 'notAnEmail' }],
      ['Ana <ana>', { error: 'notAnEmail' }],
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

const id = '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c';
const other = '90bb14e2-0a3d-4c8f-8f17-5d2c7a61e0f9';

/** The overview of a tenant in the Azure portal, marked and copied whole. */
const overview = `Contoso | Overview\nBasic information\nName\nContoso\nTenant ID\n${id}\nPrimary domain
contoso.onmicrosoft.com\nLicense\nMicrosoft Entra ID P2\nUsers\n1,203\nGroups\n88\nDevices\n340`;

/** What people paste: understood and put right, or an error with advice when it could mean two things. */
const pasted: typeof fields = [
  {
    field: 'a domain (R9)',
    check: checkDomain,
    cases: [
      ['https://contoso.com', { value: 'contoso.com' }],
      ['HTTPS://WWW.Contoso.COM/', { value: 'contoso.com' }],
      ['www.contoso.com', { value: 'contoso.com' }],
      ['www.com', { value: 'www.com' }],
      ['HTTP://contoso', { value: 'contoso' }],
      ['//contoso.com/path', { value: 'contoso.com' }],
      ['contoso.com/path?x=1#top', { value: 'contoso.com' }],
      ['contoso.com#top', { value: 'contoso.com' }],
      ['https://ann:secret@contoso.com:8443/x', { value: 'contoso.com' }],
      ['contoso.com:443', { value: 'contoso.com' }],
      ['contoso.com.', { value: 'contoso.com' }],
      ['contoso.com,', { value: 'contoso.com' }],
      ['“Contoso.com”', { value: 'contoso.com' }],
      ['(contoso.com)', { value: 'contoso.com' }],
      ['ann@contoso.com', { value: 'contoso.com' }],
      ['@contoso.com', { value: 'contoso.com' }],
      ['mailto:ann@contoso.com', { value: 'contoso.com' }],
      ['Ann Lee, CIO <ann@contoso.com>', { value: 'contoso.com' }],
      ['Primary domain: contoso.onmicrosoft.com', { value: 'contoso.onmicrosoft.com' }],
      ['Primary domain\tcontoso.com', { value: 'contoso.com' }],
      ['\u200f\u200bcontoso\u200b.com\u200e', { value: 'contoso.com' }],
      ['con\u00adtoso.com\ufeff', { value: 'contoso.com' }],
      ['\u00a0contoso.com\u3000', { value: 'contoso.com' }],
      ['ＣＯＮＴＯＳＯ．ＣＯＭ', { value: 'contoso.com' }],
      ['contoso。com', { value: 'contoso.com' }],
      ['Bücher.example', { value: 'xn--bcher-kva.example' }],
      ['bu\u0308cher.example', { value: 'xn--bcher-kva.example' }],
      ['https://münchen.example/rathaus', { value: 'xn--mnchen-3ya.example' }],
      ['نامه\u200cای.com', { value: 'xn--mgba3gch31f060k.com' }],
      ['contoso.com contoso.com', { value: 'contoso.com' }],
      ['contoso.com, fabrikam.com', { error: 'severalDomains' }],
      ['contoso.com contoso.onmicrosoft.com', { error: 'severalDomains' }],
      ['ann@contoso.com; ben@fabrikam.com', { error: 'severalDomains' }],
      ['our customer is contoso.com', { value: 'contoso.com' }],
      ['It’s contoso.com, thanks!', { value: 'contoso.com' }],
      ['contoso.com or contoso.co.uk', { error: 'severalDomains' }],
      ['Domain:contoso.com', { value: 'contoso.com' }],
      ['domain=contoso.com', { value: 'contoso.com' }],
      ['Domain – contoso.com', { value: 'contoso.com' }],
      ['Contoso (contoso.com)', { value: 'contoso.com' }],
      ['contoso.com (primary)', { value: 'contoso.com' }],
      ['contoso.com\tVerified', { value: 'contoso.com' }],
      ['contoso.onmicrosoft.com | Available', { value: 'contoso.onmicrosoft.com' }],
      ['[contoso.com](https://contoso.com)', { value: 'contoso.com' }],
      ['`contoso.com`', { value: 'contoso.com' }],
      ['contoso.com…', { value: 'contoso.com' }],
      ['contoso\u200d.com', { value: 'contoso.com' }],
      ['https//contoso.com', { value: 'contoso.com' }],
      ['https:/contoso.com', { value: 'contoso.com' }],
      ['contoso.mail.onmicrosoft.com', { value: 'contoso.mail.onmicrosoft.com' }],
      ['https://portal.contoso.com/login', { value: 'portal.contoso.com' }],
      ['ana_contoso.com#EXT#@fabrikam.onmicrosoft.com', { error: 'notADomain' }],
      [overview, { value: 'contoso.onmicrosoft.com' }],
    ],
  },
  {
    field: 'a domain in the address of a Microsoft page (R9)',
    check: checkDomain,
    cases: [
      ['https://portal.azure.com/#@contoso.com/resource', { value: 'contoso.com' }],
      ['https://portal.azure.com/contoso.onmicrosoft.com#home', { value: 'contoso.onmicrosoft.com' }],
      ['https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?x=1', { value: 'contoso.com' }],
      ['login.microsoftonline.com/contoso.com/.well-known/openid-configuration', { value: 'contoso.com' }],
      ['https://login.microsoftonline.com/x?login_hint=ana%40contoso.com', { value: 'contoso.com' }],
      ['https://outlook.office.com/owa/?realm=contoso.com', { value: 'contoso.com' }],
      ['https://account.activedirectory.windowsazure.com/r?whr=contoso.com', { value: 'contoso.com' }],
      ['microsoft.com', { value: 'microsoft.com' }],
      [`https://login.microsoftonline.com/${id}/v2.0`, { error: 'microsoftPage' }],
      ['https://login.microsoftonline.com/login.srf', { error: 'microsoftPage' }],
      ['https://portal.azure.com/', { error: 'microsoftPage' }],
      ['https://admin.microsoft.com/Adminportal/Home#/Domains', { error: 'microsoftPage' }],
      ['https://entra.microsoft.com/#view/TenantOverview.ReactView', { error: 'microsoftPage' }],
      ['https://teams.microsoft.com/l/chat/0/0?users=ana@contoso.com', { error: 'microsoftPage' }],
      ['contoso.sharepoint.com', { error: 'microsoftPage' }],
      ['https://contoso.crm4.dynamics.com/main.aspx', { error: 'microsoftPage' }],
    ],
  },
  {
    field: 'a directory or subscription ID (R10)',
    check: checkGuid,
    cases: [
      [`{${id}}`, { value: id }],
      [`{${id.toUpperCase()}}`, { value: id }],
      [`(${id})`, { value: id }],
      [`“${id}”.`, { value: id }],
      [id.replaceAll('-', ''), { value: id }],
      [`Tenant ID: ${id}`, { value: id }],
      [`Tenant ID\t${id}\n`, { value: id }],
      [`The directory is ${id}, as you asked.`, { value: id }],
      [`https://portal.azure.com/#settings/${id}/properties`, { value: id }],
      [`?tenantId=${id}&x=1`, { value: id }],
      [`${id}\n${id.toUpperCase()}`, { value: id }],
      [id.replaceAll('-', '\u2011'), { value: id }],
      [id.replaceAll('-', '–'), { value: id }],
      [id.replaceAll('-', '\u00ad-\u200b'), { value: id }],
      [id.replace('9d53-', '9d53-\n'), { value: id }],
      [id.replaceAll('-', ' '), { value: id }],
      [`\u200f\u00a0${id}\u200e`, { value: id }],
      ['８４ａ４ｆ１ａｄ－２ａ８ｃ－４ｃ６５－９ｄ５３－ｃｆ３ａ２ｂ８７４ｄ３ｃ', { value: id }],
      [`${id} ${other}`, { error: 'severalIds' }],
      [`Tenant ${id}, subscription ${other}`, { error: 'severalIds' }],
      [`${id}\n84a4f1ad`, { error: 'severalIds' }],
      [`tenant_id=${id}`, { value: id }],
      [`"tenantId":"${id}"`, { value: id }],
      [`%7B${id}%7D`, { value: id }],
      [`?tenantId%3D${id}%26x`, { value: id }],
      [`Tenant ID ${id.replaceAll('-', ' ')}`, { value: id }],
      [`Tenant ID: ${id.replaceAll('-', ' - ')}`, { value: id }],
      [`https://sts.windows.net/${id}/`, { value: id }],
      [`urn:uuid:${id}`, { value: id }],
      [`https://portal.azure.com/#@contoso.com/resource/subscriptions/${id}/overview`, { value: id }],
      [`\`${id}\``, { value: id }],
      [`Contoso (${id})`, { value: id }],
      [overview, { value: id }],
      [`Subscription ID : ${id}\nDirectory : Contoso (${other})`, { error: 'severalIds' }],
      [id.replace('4', 'O'), { error: 'notAGuid' }],
      ['4512087', { error: 'notAGuid' }],
      [`x${id}`, { error: 'notAGuid' }],
      [`${other}-${id}`, { error: 'notAGuid' }],
    ],
  },
  {
    field: 'an e-mail address (R13)',
    check: checkEmail,
    cases: [
      ['mailto:ana@contoso.com', { value: 'ana@contoso.com' }],
      ['mailto:ana@contoso.com?subject=CPOR', { value: 'ana@contoso.com' }],
      ['<ana@contoso.com>', { value: 'ana@contoso.com' }],
      ['Ana <ana@contoso.com>', { value: 'ana@contoso.com' }],
      ['"Ruiz, Ana" <Ana.Ruiz@contoso.com>;', { value: 'Ana.Ruiz@contoso.com' }],
      ['Ana Ruiz (ana@contoso.com)', { value: 'ana@contoso.com' }],
      ['[ana@contoso.com](mailto:ana@contoso.com)', { value: 'ana@contoso.com' }],
      ['E-mail: ana@contoso.com', { value: 'ana@contoso.com' }],
      ['ana@contoso.com.', { value: 'ana@contoso.com' }],
      ['\u200bana@contoso.com\u00a0', { value: 'ana@contoso.com' }],
      ['\u202aana@contoso.com\u202c', { value: 'ana@contoso.com' }],
      ['ana＠contoso．com', { value: 'ana@contoso.com' }],
      ['Ana.Ruiz@CONTOSO.COM', { value: 'Ana.Ruiz@contoso.com' }],
      ['ana@bücher.example', { value: 'ana@xn--bcher-kva.example' }],
      ['ana@contoso.com, ben@contoso.com', { error: 'severalEmails' }],
      ['Ana <ana@contoso.com>; Ben <ben@contoso.com>', { error: 'severalEmails' }],
      ['ana@contoso.com\nbcc: everybody@contoso.com', { error: 'severalEmails' }],
      ['Ana <ana@contoso>', { error: 'emailWithoutHost' }],
      ['o’brien@contoso.com', { value: "o'brien@contoso.com" }],
      ['Pat O’Brien <pat.o‘brien@contoso.com>', { value: "pat.o'brien@contoso.com" }],
      ['d´arc@contoso.com', { value: "d'arc@contoso.com" }],
      ['‘ana@contoso.com’', { value: 'ana@contoso.com' }],
      ['SMTP:Ana@contoso.com', { value: 'Ana@contoso.com' }],
      ['Email:ana@contoso.com', { value: 'ana@contoso.com' }],
      ['Ana Ruiz, ana@contoso.com', { value: 'ana@contoso.com' }],
      ['Ana Ruiz – ana@contoso.com', { value: 'ana@contoso.com' }],
      ['Ana Ruiz; CIO; ana@contoso.com', { value: 'ana@contoso.com' }],
      ['Name\nAna Ruiz\nE-mail\nana@contoso.com', { value: 'ana@contoso.com' }],
      ['ana@contoso.com | +1 555 0100', { value: 'ana@contoso.com' }],
      ['ana@contoso.com (Ana Ruiz)', { value: 'ana@contoso.com' }],
      ['Ana.Ruiz@contoso.com<mailto:Ana.Ruiz@contoso.com>', { value: 'Ana.Ruiz@contoso.com' }],
      ['ana\nruiz@contoso.com', { error: 'notAnEmail' }],
      ['ana, ruiz@contoso.com', { error: 'notAnEmail' }],
      ['ana@contoso.co, uk', { error: 'notAnEmail' }],
      ['ana@contoso,com', { error: 'notAnEmail' }],
      ['ana@ contoso.com', { error: 'notAnEmail' }],
      ['ana(at)contoso.com', { error: 'notAnEmail' }],
      ['write me at ana@contoso.com', { error: 'notAnEmail' }],
    ],
  },
  {
    field: 'a name of at most 20 characters',
    check: (typed) => checkName(typed, 20),
    cases: [
      ['  Ana \u00a0 Ruiz\n', { value: 'Ana Ruiz' }],
      ['Ana\tRuiz', { value: 'Ana Ruiz' }],
      ['\u200fAna\u200b Ruiz\u200e', { value: 'Ana Ruiz' }],
      ['Ana\u0000Ruiz\u0007', { value: 'AnaRuiz' }],
      ['دانه\u200cای', { value: 'دانه\u200cای' }],
      ['Team 👩🏽‍💻', { value: 'Team 👩🏽‍💻' }],
      ['O’Brien-Łuczak', { value: 'O’Brien-Łuczak' }],
      [' \u200b\u00a0 ', { error: 'required' }],
      [`Ana${' '.repeat(30)}Ruiz`, { value: 'Ana Ruiz' }],
    ],
  },
];

for (const [what, group] of [
  ['typed', fields],
  ['pasted', pasted],
] as const) {
  for (const { field, check, cases } of group) {
    describe(`When ${field} is ${what}`, () => {
      for (const [typed, expected] of cases) {
        const shown = JSON.stringify(
          typed && typed.length > 60 ? `${typed.slice(0, 60)}… (${typed.length})` : typed,
        );
        const outcome = 'value' in expected ? 'takes' : `says ${expected.error} of`;
        it(`${outcome} ${shown}`, () => {
          const checked = check(typed);
          assert.deepEqual('error' in checked ? { error: checked.error.code } : checked, expected);
        });
      }
    });
  }
}

describe('When what was pasted is understood', () => {
  it('means the same when it is read again', () => {
    for (const { check, cases } of [...fields, ...pasted]) {
      for (const [typed] of cases) {
        const once = check(typed);
        if ('value' in once) assert.deepEqual(check(once.value), once);
      }
    }
  });
});

describe('When a text is too long', () => {
  it('says how long it is and how long it may be, in characters as people count them', () => {
    assert.deepEqual(checkText('🙂'.repeat(11), 10), {
      error: { code: 'tooLong', data: { limit: 10, length: 11 } },
    });
  });
});
