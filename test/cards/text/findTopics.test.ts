// Above 200 lines: a table of phrasings, topic by topic.

import assert from 'node:assert/strict';
import { type HelpTopic, helpTopics } from '../../../cards/help/helpTopics.ts';
import { findTopics } from '../../../cards/text/findTopics.ts';
import { askedQuestions, remarks } from './askedQuestions.ts';

const find = (question: string) => findTopics(question, 'en');

const phrasings: Record<HelpTopic, readonly string[]> = {
  purpose: [
    'What is a CPOR claim for?',
    'why do we need this programme',
    'what is the benefit',
    'what does CPOR mean',
  ],
  filing: ['How do I file a claim?', 'how do I begin', 'which steps are there'],
  roles: [
    'who can submit claims',
    'Ben cannot submit',
    'why can’t I submit?',
    'who may submit a claim',
    'which role do I need',
    'can my colleagues see it',
    'billing admin',
  ],
  contacts: ['who is the technical contact', 'whose e-mail address do I give', 'contact’s title'],
  drafts: ['what happens to a draft', 'is my unfinished claim deleted', 'can somebody take over a draft'],
  editing: ['can I edit it after submitting', 'how do I correct a mistake', 'withdraw my claim'],
  support: ['how do I reach support', 'is there a hotline', 'support ticket'],
  activity: [
    'Which activity do I choose?',
    'presales or usage?',
    'Can I combine presales with usage?',
    'what’s the difference between usage and revenue association',
    'what is a business influencer',
  ],
  mpn: [
    'partner number',
    'where is our partner ID?',
    'which MPN do I pick?',
    'my MPN ID is not enrolled',
    'what happens with a wrong MPN',
    'who knows our MPNs?',
    'which location should I choose',
  ],
  ids: [
    'where do I find the tenant id',
    'what is the customer domain',
    'domain and tenant do not match',
    'how can I find the directory ID?',
    'what is a GUID',
  ],
  subscription: [
    'my subscription ended',
    'product or subscription?',
    'the customer has several subscriptions of this product',
    'our subscription has expired, what now',
    'subscription was renewed',
  ],
  claimable: [
    'expired subscription',
    'can I claim a subscription that expired',
    're-associate',
    'can I claim E5?',
    'E5',
    'when can a subscription be claimed',
    'the customer has not activated it yet',
    'subscription not provisioned',
    'do I have to associate existing customers again',
    'Does Power BI need a new claim?',
  ],
  elsewhere: [
    'do you do CSP?',
    'how do I claim Surface',
    'I am a managed reseller',
    'where are co-op claims handled',
    'is hosting claimed here?',
  ],
  proof: [
    'what must the proof show',
    'which documents do I need?',
    'is a signed statement of work enough',
    'how do I attach a file',
    'is there a PoE template',
    'what is proof of exectuion',
  ],
  statuses: [
    'what do the statuses mean',
    'what does under review mean',
    'what is partner action required',
    'which states are there',
  ],
  deadlines: [
    'when is the deadline',
    'when must I answer',
    'when must I answer the reviewer?',
    'how long does the review take',
    'what is the deadline',
    'how many business days do I have to answer',
    'until when must I respond',
    'how long do I have to wait',
  ],
  competing: [
    'another partner claimed the same customer',
    'what about competing claims',
    'somebody else has already claimed it',
    'what is arbitration',
    'do two partners share a workload',
  ],
  approval: [
    'when do I get paid',
    'What about my payment?',
    'what does approved mean',
    'can the customer decline',
    'when will I see the money',
    'usage data access',
  ],
  rejection: [
    'what do I do when it was rejected',
    'what if it is rejected?',
    'my claim was rejected',
    'how do I dispute',
    'why was it denied?',
    'can I appeal',
    'I disagree with the rejection',
  ],
};

describe('When somebody asks in their own words (R3–R7, R25–R36, R47, R58)', () => {
  for (const topic of helpTopics) {
    for (const question of phrasings[topic]) {
      it(`“${question}” opens ${topic}`, () => assert.equal(find(question).clear, topic));
    }
    it(`has at least three phrasings for ${topic}`, () => assert.ok(phrasings[topic].length >= 3));
  }

  for (const [question, topics] of [
    ['subscription', ['subscription', 'claimable']],
    ['customer domain or subscription', ['ids', 'subscription']],
    ['draft or activity', ['drafts', 'activity']],
  ] as const) {
    it(`“${question}” is unclear: offers at most three topics, opens none`, () => {
      const { clear, near } = find(question);
      assert.equal(clear, undefined);
      for (const topic of topics) assert.ok(near.includes(topic), `${topic} is not among ${near}`);
      assert.ok(near.length <= 3);
    });
  }

  for (const [question, topic] of [
    ['when I press Next the subscription is rejected', 'rejection'],
    ['I cannot submit, the proof is missing', 'roles'],
    ['who must sign the proof before I submit', 'roles'],
  ] as const) {
    it(`“${question}” holds more than the words of a phrase: does not open ${topic}`, () =>
      assert.notEqual(find(question).clear, topic));
  }

  it('opens nothing for a remark that only mentions a topic', () => {
    for (const remark of [
      'The tenant is the one I told you yesterday.',
      'Rita has my documents since Monday',
      'I will send the proof tomorrow',
    ])
      assert.equal(find(remark).clear, undefined, remark);
  });
});

describe('When partners ask in a hurry', () => {
  const asked = helpTopics.flatMap((topic) =>
    askedQuestions[topic].map((question) => ({ topic, question, first: find(question).near[0] })),
  );
  const found = (some: typeof asked) =>
    some.filter(({ topic, first }) => first === topic).length / some.length;

  it('finds what they mean first for nineteen questions of twenty', () => {
    const missed = asked.filter(({ topic, first }) => first !== topic);
    assert.ok(found(asked) >= 0.95, missed.map(({ question, first }) => `${question}: ${first}`).join('\n'));
  });

  for (const topic of helpTopics) {
    it(`finds ${topic} in most ways of asking for it`, () =>
      assert.ok(found(asked.filter((one) => one.topic === topic)) >= 0.7));
  }

  for (const [question, topic] of [
    ['my customer bought through CSP', 'elsewhere'],
    ['can i claim CSP subscription', 'elsewhere'],
    ['hosting partner', 'elsewhere'],
    ['what happens if customer declines', 'approval'],
    ['how many days until rejection', 'deadlines'],
    ['my subscription id is rejected by the form', 'claimable'],
    ['how do i contact support?', 'support'],
    ['can I edit after submitting?', 'editing'],
    ['how do I cancel a claim', 'editing'],
    ['who can submit claims at my company?', 'roles'],
  ] as const) {
    it(`“${question}” finds ${topic} first`, () => assert.equal(find(question).near[0], topic));
  }

  it('does not take remarks to somebody else for questions, with at most one exception in the list', () => {
    const taken = remarks.filter((remark) => find(remark).near.length > 0);
    assert.ok(taken.length <= 1, taken.join('\n'));
  });
});

describe('When the words say nothing about a topic', () => {
  for (const words of [
    ...[
      'hi',
      'Hello!',
      'Good morning',
      'hey there',
      'thanks a lot',
      'Thank you very much',
      'ok',
      'yes',
      'bye',
      'great job',
      'sorry',
    ],
    ...[
      'what is up?',
      'so anything new',
      'help me please',
      'how are you?',
      'who are you',
      'can you do that for me?',
    ],
    ...[
      'asdf',
      'qwertz uiop',
      'lorem ipsum dolor',
      'blub',
      '???',
      '42',
      '   ',
      'xxxxxxxxxxxxxxxxxxxx',
      '👍',
      'x\ud83d',
    ],
    ...[
      'lunch at noon?',
      'the weather is nice',
      'the quick brown fox jumps over the lazy dog',
      'tell me a joke',
      'pizza',
    ],
    ...[
      'claim C-12',
      '${claim.number} {{DATE(x)}}',
      'a\u0000b\u0007\u202e',
      '__proto__ constructor',
      'x'.repeat(20_000),
    ],
  ]) {
    it(`finds none for ${JSON.stringify(words.slice(0, 40))}`, () =>
      assert.deepEqual(find(words), { near: [] }));
  }
});
