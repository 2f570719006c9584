import assert from 'node:assert/strict';
import { filingCard } from '../../../cards/filing/filing.ts';
import {
  atDynamicsStep,
  atStep,
  firstStep,
  withoutHeld,
  withoutProof,
} from '../../../cards/gallery/sampleFiling.ts';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import type { FilingView } from '../../../services/claims/views.ts';
import { filingSteps } from '../../../services/domain/answers.ts';
import { fieldsOf, singleFields, stepOfField } from '../../../services/domain/form/fieldLookup.ts';
import { formState } from '../../../services/domain/form/formState.ts';
import {
  actionData,
  buttonTitles,
  elementsOf,
  inLanes,
  ofType,
  readable,
  textAfterInput,
} from '../official.ts';

const contentOf = (view: FilingView) => filingCard(view, reader).content;
const textOf = (view: FilingView): string => readable(contentOf(view));
/** What the form's own buttons send: not the lines that open help. */
const formData = (content: ReturnType<typeof contentOf>): unknown[] =>
  actionData(content).filter((data) => (data as { verb: string }).verb !== 'help.open');
const inputIds = (view: FilingView): unknown[] =>
  [...elementsOf(contentOf(view))]
    .filter(({ type }) => String(type).startsWith('Input.'))
    .map(({ id }) => id);

describe('When a claim is filed step by step (R24)', () => {
  it('asks every field under its own name, once', () => {
    const asked = filingSteps.flatMap((step) =>
      inputIds(atDynamicsStep(step, {}, { activities: 'RevenueAssociation' })),
    );
    assert.deepEqual(asked.toSorted(), [...singleFields, 'subscriptionId.dynamics-365-sales'].toSorted());
  });

  it('asks each at its step, and none that the choices leave out (R14, R19, R20)', () => {
    const facts = {
      locations: [],
      catalogue: { workloads: [], products: [] },
      subscriptions: {},
      typed: {},
      slots: {},
    };
    for (const step of filingSteps)
      for (const view of [
        atStep(step),
        atDynamicsStep(step),
        atDynamicsStep(step, {}, { activities: 'RevenueAssociation' }),
      ]) {
        const ids = inputIds(view).map(String);
        // What the lines ask depends on the customer's subscriptions and slots.
        if (step !== 'lines') assert.deepEqual(ids, fieldsOf(step, formState(view.answers, facts)));
        assert.deepEqual(new Set(ids.map(stepOfField)), new Set(ids.map(() => step)), step);
      }
  });

  it('has nothing before the first step, no number before the first Next', () => {
    assert.deepEqual(buttonTitles(contentOf(firstStep)), ['Next']);
    assert.deepEqual(formData(contentOf(firstStep))[0], { verb: 'claim.next', step: 'customer' });
  });

  it('says which step it is, and carries number and version of the draft', () => {
    const content = contentOf(atStep('activity'));
    assert.match(readable(content), /Step 2 of 7/);
    assert.deepEqual(formData(content).slice(0, 3).at(2), {
      verb: 'claim.back',
      step: 'activity',
      number: 'C-4HTX-0W8B',
      version: 5,
    });
  });

  it('puts what was typed back into the inputs, valid or not', () => {
    const content = contentOf(
      atStep('customer', { customerDomain: { code: 'notADomain' } }, { customerDomain: 'a@b_c' }),
    );
    const [domain] = ofType(content, 'Input.Text');
    assert.equal(domain?.value, 'a@b_c');
    assert.match(String(textAfterInput(content, 'customerDomain')), /not a domain/);
  });

  it('shows an error of every field directly after its input (R43)', () => {
    for (const step of filingSteps) {
      const view = atDynamicsStep(step, {}, { activities: 'RevenueAssociation' });
      const ids = inputIds(view).map(String);
      const errors = Object.fromEntries(ids.map((id) => [id, { code: 'notOffered' as const }]));
      for (const id of ids) {
        assert.match(
          String(textAfterInput(contentOf({ ...view, errors }), id)),
          /not one of the choices/,
          id,
        );
      }
    }
  });

  it('asks once about arbitration for several products of one subscription (D6)', () => {
    const view = atDynamicsStep('lines');
    const [held = assert.fail()] = view.options.held;
    const options = { ...view.options, held: [{ ...held, name: 'Dynamics 365 Sales' }, held] };
    const asked = ofType(contentOf({ ...view, options }), 'Input.ChoiceSet');
    const text = JSON.stringify(asked.find(({ id }) => id === 'arbitration'));
    assert.match(text, /Dynamics 365 Sales and Dynamics 365 Finance/);
    assert.equal(text.split(held.id).length, 2, 'one choice');
  });

  it('shows what is wrong about arbitration where nothing is held any more (D5)', () => {
    const view = withoutHeld(atStep('lines', { arbitration: { code: 'notOffered' } }));
    assert.match(textOf(view), /Already claimed[\s\S]*not one of the choices/);
  });
});

describe('Where the choice is made', () => {
  it('lists the company’s MPN IDs with their programmes, and warns (R33–R36)', () => {
    const text = textOf(firstStep);
    assert.match(text, /1234567 · Seattle office · enrolled: OSA-Sell and OSU-Microsoft 365/);
    assert.match(text, /7654321 · Stockholm office · not enrolled in any programme/);
    assert.match(text, /wrong MPN ID can cost you eligibility/);
    assert.match(text, /global admin/);
    assert.match(text, /dashboard\/incentives\/enrollment\/summary/);
  });

  it('says how to find a tenant ID and a domain (R25)', () => {
    assert.match(textOf(firstStep), /find-ids-and-domain-names/);
  });

  it('explains every activity, its channels and what can be combined (R26–R32)', () => {
    const text = textOf(atStep('activity'));
    for (const point of [
      /presales incentives/,
      /adoption and use/,
      /Business Influencer; it brings no payment/,
    ]) {
      assert.match(text, point);
    }
    assert.match(text, /Volume Licensing or Web-Direct/);
    assert.match(text, /Presales and Usage can go together.*Revenue association stands alone/);
    assert.match(text, /wrong activity can cost you eligibility/);
  });

  it('warns of a missing enrolment for the chosen activity, and blocks nothing (R34)', () => {
    const view = atStep('activity', {}, { mpnId: '7654321' });
    assert.match(textOf(view), /7654321 is not enrolled in OSU-Microsoft 365/);
    assert.ok(buttonTitles(contentOf(view)).includes('Next'));
    assert.doesNotMatch(textOf(atStep('activity')), /is not enrolled/);
    const revenue = atDynamicsStep('activity', {}, { activities: 'RevenueAssociation', mpnId: '7654321' });
    assert.doesNotMatch(textOf(revenue), /is not enrolled in/);
  });

  it('warns of it at the MPN ID too, once the activity is chosen (R34)', () => {
    const back = atStep('customer', {}, { mpnId: '7654321' });
    assert.match(textOf(back), /7654321 is not enrolled in OSU-Microsoft 365. You can still claim/);
    assert.ok(buttonTitles(contentOf(back)).includes('Next'));
    assert.doesNotMatch(textOf({ ...firstStep, answers: { mpnId: '7654321' } }), /You can still claim/);
  });

  it('has the long explanation behind one press, which leaves the form as it is', () => {
    for (const [step, topic] of [
      ['customer', 'mpn'],
      ['activity', 'activity'],
      ['proof', 'proof'],
    ] as const) {
      const data = actionData(contentOf(atStep(step)));
      const help = data.filter((sent) => (sent as { verb: string }).verb === 'help.open');
      const { on, ...sent } = help[0] as { on: unknown };
      assert.deepEqual(sent, { verb: 'help.open', topic, below: true });
      assert.deepEqual(on, { draft: atStep(step).draft?.number, step });
    }
  });

  it('asks for a subscription where there are several, and shows the one that was taken (R22)', () => {
    const view = atDynamicsStep('lines');
    assert.ok(inputIds(view).includes('subscriptionId.dynamics-365-sales'));
    assert.match(
      textOf(view),
      /Dynamics 365 Finance: subscription 90bb14e2-0a3d-4c8f-8f17-5d2c7a61e0f9 was found/,
    );
  });
});

describe('The fields that the choice needs (R20)', () => {
  it('are the three names for revenue association only (R19)', () => {
    assert.deepEqual(inputIds(atStep('name')), ['claimName']);
    assert.equal(inputIds(atDynamicsStep('name', {}, { activities: 'RevenueAssociation' })).length, 4);
  });

  it('are the technical contact for Business Applications only (R14)', () => {
    assert.ok(!inputIds(atStep('contacts')).includes('technicalContact.name'));
    assert.ok(inputIds(atDynamicsStep('contacts')).includes('technicalContact.name'));
  });
});

describe('The proof of execution', () => {
  it('stands with the checklist, formats and limits (R58, R59, D9)', () => {
    const text = textOf(withoutProof(atStep('proof')));
    for (const point of [
      /signature/,
      /dates/,
      /describe the work/,
      /every product or workload/,
      /no other/,
    ]) {
      assert.match(text, point);
    }
    assert.match(text, /25 MB.*20 files/);
    assert.match(text, /paperclip/);
  });

  it('can be opened and removed, file by file', () => {
    const verbs = actionData(contentOf(atStep('proof'))).map((data) => (data as { verb: string }).verb);
    for (const verb of ['proof.open', 'proof.remove'])
      assert.equal(verbs.filter((found) => found === verb).length, 4);
  });
});

describe('Before submit', () => {
  it('shows everything with a way back to each step, then submits', () => {
    const content = contentOf(atDynamicsStep('review'));
    const steps = actionData(content).flatMap((data) => {
      const { verb, step } = data as { verb: string; step?: string };
      return verb === 'claim.goTo' ? [step] : [];
    });
    assert.deepEqual([...new Set(steps)], filingSteps.slice(0, -1));
    assert.deepEqual(
      inLanes(content).right.map(({ title }) => title),
      ['Submit'],
    );
  });

  it('does not submit without proof (R55) or with errors, and says what is missing where', () => {
    const noProof = withoutProof(atStep('review'));
    assert.ok(!buttonTitles(contentOf(noProof)).includes('Submit'));
    assert.match(textOf(noProof), /Attach at least one file of proof/);
    const wrong = atDynamicsStep('review', {
      'subscriptionId.dynamics-365-sales': { code: 'subscriptionNeeded' },
    });
    assert.ok(!buttonTitles(contentOf(wrong)).includes('Submit'));
    assert.match(textOf(wrong), /Subscription ID for Dynamics 365 Sales: The subscription ID is needed/);
  });
});

describe('What a partner types', () => {
  it('is shown as text, never as Markdown', () => {
    const view = atStep('review', {}, { claimName: '[press](https://evil.example) *now*', comment: '# big' });
    const text = textOf(view);
    assert.ok(text.includes('\\[press\\](https://evil.example) \\*now\\*'));
    assert.ok(text.includes('\\# big'));
  });
});
