import assert from 'node:assert/strict';
import sinon from 'sinon';
import { atDynamicsStep, atStep } from '../../../cards/gallery/sampleFiling.ts';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import { en } from '../../../cards/text/en.ts';
import { proofTemplate } from '../../../cards/word/proofTemplate.ts';
import { wordDocument } from '../../../cards/word/wordDocument.ts';
import { peekedBytes, recogniseFile } from '../../../services/claims/proof/recogniseFile.ts';
import type { TemplateView } from '../../../services/claims/proof/views.ts';
import type { FilingView } from '../../../services/claims/views.ts';
import type { Answers } from '../../../services/domain/answers.ts';
import { proofTypeOf } from '../../../services/domain/proofTypes.ts';
import { paragraphsOf, zipEntries } from '../../support/zipEntries.ts';

const viewOf = ({ answers, options }: FilingView, more: Partial<TemplateView> = {}): TemplateView => ({
  number: 'C-4HTX-0W8B',
  version: 7,
  createdAt: '2026-11-20T16:00:00.000Z',
  partnerName: 'Fabrikam Consulting',
  customerName: 'Contoso Ltd',
  answers,
  options,
  ...more,
});
const microsoft365 = viewOf(atStep('proof'));
const dynamics = viewOf(atDynamicsStep('proof'));
const withAnswers = (view: TemplateView, answers: Answers): TemplateView => ({
  ...view,
  answers: { ...view.answers, ...answers },
});
const empty: TemplateView = {
  number: 'C-4HTX-0W8B',
  version: 1,
  createdAt: '2026-11-20T16:00:00.000Z',
  answers: {},
  options: { ...microsoft365.options, locations: [], lines: [] },
};

const documentOf = (view: TemplateView) => wordDocument(proofTemplate(view, reader));

/** Fails unless every text is a paragraph of the document. */
async function says(view: TemplateView, texts: readonly string[]): Promise<void> {
  const paragraphs = paragraphsOf(await documentOf(view));
  for (const text of texts) assert(paragraphs.includes(text), `“${text}” in ${JSON.stringify(paragraphs)}`);
}

const checklist = [
  en['template.checkAcknowledgment'],
  en['template.checkDates'],
  en['template.checkService'],
  en['template.checkProducts'],
  en['template.checkThisClaim'],
].map((point) => `☐${point}`);
const signature = [
  en['template.signName'],
  en['template.signTitle'],
  en['template.signature'],
  en['template.signDate'],
];

describe('When a template of proof is made from a draft (R56)', () => {
  it('names partner, customer, tenant, activity and workloads of a Microsoft 365 claim (R8–R18)', async () => {
    await says(microsoft365, [
      ...['Fabrikam Consulting for Contoso Ltd', 'Claim C-4HTX-0W8B'],
      ...['Fabrikam Consulting', '1234567 · Seattle office', 'Ann Partner', 'ann@fabrikam.com'],
      ...['Contoso Ltd', 'contoso.onmicrosoft.com', '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d'],
      ...['Carl Customer, Head of IT', 'carl.customer@contoso.com'],
      ...['Microsoft 365', 'Usage', 'Workload', 'Exchange Online', 'Microsoft Teams'],
    ]);
  });

  it('leaves out the claim’s name, which customers do not see', async () => {
    const paragraphs = paragraphsOf(await documentOf(microsoft365));
    assert(!paragraphs.some((text) => text.includes(microsoft365.answers.claimName ?? '')));
  });

  it('names products with their subscriptions, typed or taken, and the technical contact (R14, R22)', async () => {
    await says(dynamics, [
      ...['Business Applications', 'Presales and Usage', 'Product', 'Subscription ID'],
      ...['Dynamics 365 Sales', '3f2a9c10-77de-4b1e-9a55-0c6f1d2e3b4a'],
      ...['Dynamics 365 Finance', '90bb14e2-0a3d-4c8f-8f17-5d2c7a61e0f9'],
      ...['Tess Technician, Dynamics lead', 'tess@contoso.com'],
    ]);
  });

  it('names seller, customer and solution of a revenue association (R19)', async () => {
    const names = {
      solutionSellerName: 'Sam Seller',
      customerName: 'Contoso Group',
      isvSolutionName: 'Field App',
    };
    await says(withAnswers(dynamics, { activities: 'RevenueAssociation', ...names }), Object.values(names));
  });

  it('has the five points, room for the work and its dates, and a signature with a date (R58, R80)', async () => {
    for (const view of [microsoft365, dynamics, empty]) {
      await says(view, [...checklist, ...signature]);
      await says(view, [en['template.start'], en['template.end'], en['template.askWork']]);
    }
    await says(microsoft365, [
      'We confirm that Fabrikam Consulting did the work described here for Contoso Ltd, with the products or workloads listed here. We agree that Fabrikam Consulting claims to be our partner of record for them.',
    ]);
  });

  it('leaves lines to write on for what has not been answered, and never says “undefined”', async () => {
    const paragraphs = paragraphsOf(await documentOf(empty));
    assert.doesNotMatch(paragraphs.join('\n'), /undefined|null|NaN|\{|\$/);
    assert(paragraphs.filter((text) => text === '').length > 12);
    for (const label of ['Company', 'MPN ID', 'Tenant ID', 'Product or workload'])
      assert(paragraphs.includes(label));
  });

  it('does not name lines of an area that is not chosen any more', async () => {
    const moved = withAnswers(dynamics, { lines: 'exchange-online,dynamics-365-sales' });
    const text = paragraphsOf(await documentOf(moved)).join('\n');
    assert.match(text, /Dynamics 365 Sales/);
    assert.doesNotMatch(text, /exchange-online|Exchange Online/);
  });

  it('takes texts of any script, length and content', async () => {
    const names = [
      'شركة الأمل للاستشارات',
      '微软合作伙伴有限公司',
      '👩‍💻 Team 🧭',
      '<w:p/> & "quotes" ]]> {{DATE(x)}} ${a}',
    ];
    for (const name of names) {
      await says(withAnswers({ ...microsoft365, partnerName: name }, { 'partnerContact.name': name }), [
        name,
      ]);
    }
  });

  it('leaves out characters that no document can hold or that would reverse the text around them', async () => {
    const typed = 'a\u0000b\u0007c\r\nd\u2028e\ud800f\u202eg\ufffeh';
    await says(withAnswers(microsoft365, { 'partnerContact.name': typed }), ['a b c d e\ufffdfgh']);
  });

  it('shortens what is absurdly long, so that twenty full lines stay a small file', async () => {
    const long = '长'.repeat(4000);
    const lines = Array.from({ length: 20 }, (_, index) => ({ id: `p${index}`, name: `${index} ${long}` }));
    const view = withAnswers(
      {
        ...dynamics,
        options: {
          ...dynamics.options,
          lines,
          names: Object.fromEntries(lines.map(({ id, name }) => [id, name])),
        },
      },
      { lines: lines.map(({ id }) => id).join(), claimName: long, customerDomain: long },
    );
    const made = await documentOf(view);
    assert(made.length < 100_000, `${made.length} bytes`);
    const paragraphs = paragraphsOf(made);
    assert(paragraphs.every((text) => [...text].length < 600));
    assert.equal(paragraphs.filter((text) => text.endsWith('长…')).length, 21);
  });
});

describe('The file of a template', () => {
  it('is recognised as a Word document when it comes back as proof (D9)', async () => {
    for (const view of [microsoft365, dynamics, empty]) {
      const file = await documentOf(view);
      const { fileName } = proofTemplate(view, reader);
      assert.equal(fileName, `Proof of execution C-4HTX-0W8B v${view.version}.docx`);
      const head = file.subarray(0, peekedBytes);
      const type = proofTypeOf(fileName, await recogniseFile(head, head.length < file.length));
      assert(type.ok);
      assert.match(type.value, /wordprocessingml/);
    }
  });

  it('is the same, byte for byte, for the same claim at any time', async () => {
    const first = await documentOf(dynamics);
    const clock = sinon.useFakeTimers({ now: Date.parse('2031-05-05T05:05:05.000Z'), toFake: ['Date'] });
    try {
      assert(first.equals(await documentOf(dynamics)));
    } finally {
      clock.restore();
    }
    assert(!first.equals(await documentOf(microsoft365)));
  });

  it('names no author and no time but the draft’s, has a language, and no macros or external links', async () => {
    const entries = zipEntries(await documentOf(microsoft365));
    const core = entries.get('docProps/core.xml')?.toString('utf8') ?? '';
    assert.match(core, /<dc:title>Proof of execution C-4HTX-0W8B<\/dc:title><dc:language>en-US</);
    assert.doesNotMatch(core, /creator|lastModifiedBy|Un-named/);
    for (const [instant] of core.matchAll(/\d{4}-\d\d-\d\dT[^<]*/g))
      assert.equal(instant, '2026-11-20T16:00:00.000Z');
    assert.match(entries.get('word/styles.xml')?.toString('utf8') ?? '', /<w:lang w:val="en-US"/);
    assert(![...entries.keys()].some((name) => /vba|macro|embed/i.test(name)), [...entries.keys()].join());
    for (const [name, content] of entries) {
      if (name.endsWith('.rels')) assert.doesNotMatch(content.toString('utf8'), /TargetMode="External"/);
    }
  });
});
