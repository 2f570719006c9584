import assert from 'node:assert/strict';
import { normaliseAnswers } from '../../../../services/domain/form/normaliseAnswers.ts';
import { shownDomain, shownEmail } from '../../../../services/domain/form/shownAddress.ts';
import { checkDomain, checkEmail } from '../../../../services/domain/form/textFields.ts';

const id = '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c';
const other = '90bb14e2-0a3d-4c8f-8f17-5d2c7a61e0f9';

describe('When something is pasted into the form', () => {
  it('puts right what is understood, field by field', () => {
    assert.deepEqual(
      normaliseAnswers({
        customerDomain: 'https://Contoso.com/start',
        customerTenantId: `Tenant ID: {${id.toUpperCase()}}`,
        'subscriptionId.dynamics-365-sales': id.replaceAll('-', ''),
        'customerContact.name': ' Cleo\u00a0 Park ',
        'customerContact.email': 'Cleo Park <cleo@contoso.com>',
        claimName: 'Contoso\tadoption',
      }),
      {
        customerDomain: 'contoso.com',
        customerTenantId: id,
        'subscriptionId.dynamics-365-sales': id,
        'customerContact.name': 'Cleo Park',
        'customerContact.email': 'cleo@contoso.com',
        claimName: 'Contoso adoption',
      },
    );
  });

  for (const [typed, name] of [
    ['Cleo Park <cleo@contoso.com>', 'Cleo Park'],
    ['"Park, Cleo" <cleo@contoso.com>;', 'Park, Cleo'],
    ['Cleo Park (cleo@contoso.com)', 'Cleo Park'],
    ['Cleo\u200d Park', 'Cleo Park'],
    ['cleo@contoso.com', 'cleo@contoso.com'],
    ['<cleo@contoso.com>', '<cleo@contoso.com>'],
    ['Cleo Park (CIO)', 'Cleo Park (CIO)'],
    ['Name: Cleo Park', 'Name: Cleo Park'],
    ['Ｃｌｅｏ', 'Ｃｌｅｏ'],
  ] as const) {
    it(`makes “${name}” of ${JSON.stringify(typed)} for a contact’s name`, () =>
      assert.deepEqual(normaliseAnswers({ 'technicalContact.name': typed }), {
        'technicalContact.name': name,
      }));
  }

  const both = `Subscription ID : ${other}\nDirectory : Contoso\nDirectory ID : ${id}`;
  for (const [field, typed, expected] of [
    ['customerTenantId', both, id],
    ['subscriptionId.dynamics-365-sales', both, other],
    ['customerTenantId', `{"tenantId":"${id}","subscriptionId":"${other}"}`, id],
    ['customerTenantId', `https://teams.microsoft.com/l/team/x?groupId=${other}&tenantId=${id}`, id],
    ['customerTenantId', `https://contoso.com/?s%3D${other}%26tenantId%3D${id}`, id],
    ['subscriptionId.dynamics-365-sales', `/subscriptions/${other}/x?tenantId=${id}`, other],
  ] as const) {
    it(`takes the ID with its label for ${field} out of ${JSON.stringify(typed)}`, () =>
      assert.deepEqual(normaliseAnswers({ [field]: typed }), { [field]: expected }));
  }

  it('leaves several IDs as they were typed when none or two of them have the label', () => {
    for (const customerTenantId of [
      `${id} ${other}`,
      `Tenant ID: ${id}, former tenant ID: ${other}`,
      `Subscription ID: ${other}, ${id}`,
    ])
      assert.deepEqual(normaliseAnswers({ customerTenantId }), { customerTenantId });
  });

  it('leaves everything else as it was typed (R43)', () => {
    const typed = {
      mpnId: ' 4512087',
      customerDomain: 'contoso.com, fabrikam.com',
      customerTenantId: `${id} 84a4f1ad`,
      'customerContact.email': 'cleo@contoso',
      'customerContact.name': '  ',
      claimName: ` ${'n'.repeat(101)}`,
      comment: '  As agreed:\n\n- one\n- two ',
      lines: 'teams,exchange-online',
    };
    assert.deepEqual(normaliseAnswers(typed), typed);
  });

  it('shows an international name as people write it, and keeps it in ASCII', () => {
    assert.deepEqual(normaliseAnswers({ customerDomain: 'HTTPS://XN--BCHER-KVA.example/' }), {
      customerDomain: 'bücher.example',
    });
    assert.deepEqual(normaliseAnswers({ 'partnerContact.email': 'ana@Bücher.example' }), {
      'partnerContact.email': 'ana@bücher.example',
    });
    assert.deepEqual(checkDomain('bücher.example'), { value: 'xn--bcher-kva.example' });
    assert.deepEqual(checkEmail('ana@bücher.example'), { value: 'ana@xn--bcher-kva.example' });
    assert.equal(shownDomain('xn--bcher-kva.example'), 'bücher.example');
    assert.equal(shownEmail('ana@xn--bcher-kva.example'), 'ana@bücher.example');
    for (const odd of ['', 'xn--zzzz.com', 'contoso']) assert.equal(shownDomain(odd), odd);
  });
});
