import assert from 'node:assert/strict';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import { helpCard } from '../../../cards/help/help.ts';
import { helpTopicCard } from '../../../cards/help/helpTopic.ts';
import { type HelpTopic, helpTopics, topicGroups } from '../../../cards/help/helpTopics.ts';
import { links } from '../../../cards/kit/links.ts';
import { wordsFor } from '../../../cards/text/words.ts';
import { actionData, ofType, readable } from '../official.ts';

const contentOf = (topic: HelpTopic) => helpTopicCard({ topic, audience: 'filer' }, reader).content;

/** What each topic must say, and the page it leads to. */
const facts: Record<
  HelpTopic,
  { readonly rows: string; readonly says: readonly RegExp[]; readonly leadsTo?: string }
> = {
  purpose: {
    rows: 'R1–R4',
    says: [/Presales\*\* can earn OSA-Sell/, /OSU-Microsoft 365 or OSU-Business/, /earns nothing/],
    leadsTo: links.programmeGuide,
  },
  filing: {
    rows: 'R17, R18, R24',
    says: [/new claim/, /MPN ID/, /twenty at most/, /at least one file/, /loses nothing/],
  },
  roles: {
    rows: 'R97, R98, D13',
    says: [
      /Incentives admins\*\* create and submit/,
      /Incentives, Billing and Global admins/,
      /global admin/,
    ],
  },
  contacts: {
    rows: 'R13–R15, R21, R89',
    says: [
      /name, title, e-mail address, and the language/,
      /Business Applications only/,
      /All of these must be filled in/,
    ],
  },
  drafts: {
    rows: 'D13, R97',
    says: [/14 days/, /90 days/, /7 days before/, /take one over, or delete/],
  },
  editing: {
    rows: 'R86, R88, R89',
    says: [
      /Submitted\*\* or in \*\*Partner action/,
      /MPN ID and the contacts/,
      /not remove the last/,
      /fixed/,
    ],
  },
  support: {
    rows: 'R36, R41',
    says: [/check it with your customer/, /incentives support/],
    leadsTo: links.support,
  },
  activity: {
    rows: 'R26–R32',
    says: [/Volume Licensing or Web-Direct/, /bought in any way/, /stands alone/, /can cost you eligibility/],
  },
  mpn: {
    rows: 'R33–R36',
    says: [
      /programmes it is enrolled in/,
      /can still file/,
      /global admin/,
      /does not show its partner type/,
    ],
    leadsTo: links.enrolment,
  },
  ids: { rows: 'R9, R10, R25, R37', says: [/onmicrosoft/, /must belong together/], leadsTo: links.findIds },
  subscription: {
    rows: 'R22, R44, R45',
    says: [/exactly one/, /never lists/, /shows the subscription ID/, /new claim/],
  },
  claimable: {
    rows: 'R39, R42, R47',
    says: [
      /active or in its grace period/,
      /associated again to keep OSU/,
      /until their subscriptions expire/,
    ],
    leadsTo: links.support,
  },
  elsewhere: { rows: 'R3', says: [/CSP, Managed Reseller, Hosting or Surface/, /co-op claims.*elsewhere/] },
  proof: {
    rows: 'R55–R60, D9',
    says: [
      /signature/,
      /not too old/,
      /work you did/,
      /every product/,
      /no other/,
      /25 MB/,
      /in Editing only/,
    ],
  },
  statuses: { rows: 'R61–R68', says: [/Editing/, /Partner action required/, /Rejected/, /my claims/] },
  deadlines: {
    rows: 'R71–R78',
    says: [/10 business days in all/, /5 business days to answer/, /30 days/, /24:00 Pacific/],
  },
  competing: {
    rows: 'R46, R48–R53',
    says: [/one partner only/, /arbitration/, /stay Under review longer/, /confidential/],
  },
  approval: {
    rows: 'R5–R7, R67',
    says: [/Approved does not mean paid/, /silence is consent/, /usage data/, /payout reports/],
    leadsTo: links.programmeGuide,
  },
  rejection: {
    rows: 'R81–R91, D4',
    says: [/within 30 days/, /justification, updated proof, or both/, /five business days/, /new claim/],
  },
};

describe('When help explains a topic', () => {
  for (const topic of helpTopics) {
    const { rows, says, leadsTo } = facts[topic];
    it(`${topic} says what the programme rules (${rows})`, () => {
      const content = contentOf(topic);
      for (const point of says) assert.match(readable(content), point);
      const urls = ofType(content, 'Action.OpenUrl').map(({ url }) => url);
      if (leadsTo) assert.ok(urls.includes(leadsTo));
    });

    it(`${topic} leads to other topics and to the list, never to itself`, () => {
      const sent = actionData(contentOf(topic)).map((data) => data as { verb: string; topic?: HelpTopic });
      const others = sent.filter(({ verb }) => verb === 'help.open').map((data) => data.topic);
      assert.ok(others.includes(undefined));
      assert.ok(new Set(others).size >= 3);
      assert.ok(!others.includes(topic));
    });
  }

  it('shows the topics that the question may have meant first', () => {
    const near = ['claimable', 'deadlines', 'approval', 'mpn'] as const;
    const { content } = helpTopicCard({ topic: 'mpn', audience: 'filer', near }, reader);
    const shown = actionData(content).flatMap((data) => (data as { topic?: HelpTopic }).topic ?? []);
    assert.deepEqual([...new Set(shown)], ['claimable', 'deadlines', 'approval']);
  });
});

describe('When help is opened', () => {
  it('lists every topic once', () => {
    assert.deepEqual(Object.values(topicGroups).flat().toSorted(), helpTopics.toSorted());
    for (const audience of ['filer', 'partner', 'reviewer'] as const) {
      const text = readable(helpCard({ audience }, reader).content);
      for (const topic of helpTopics) assert.ok(text.includes(wordsFor(reader)(`topic.${topic}.title`)));
    }
  });
});
