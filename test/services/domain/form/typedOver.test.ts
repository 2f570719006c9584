import { deepEqual, equal } from 'node:assert/strict';
import type { Answers } from '../../../../services/domain/answers.ts';
import type { Draft } from '../../../../services/domain/claim.ts';
import { overlayAnswers } from '../../../../services/domain/form/overlayAnswers.ts';
import { contoso } from '../../../support/aClaim.ts';

type Filled = Pick<Draft, 'answers' | 'aside'>;

const sales = 'dynamics-365-sales';
const subscription = '2606fe35-e9ef-472a-abe7-a546d0a01bd1';
const held = `${contoso}/workload:teams`;
const workloads: Answers = {
  customerTenantId: contoso,
  solutionArea: 'Microsoft365',
  activities: 'Usage',
  lines: 'exchange-online,teams',
};
const filled = (answers: Answers = workloads): Filled => ({ answers });

describe('When the solution area of a draft is changed (R24)', () => {
  const toProducts: Answers = { solutionArea: 'BusinessApplications', activities: 'Usage' };
  const back: Answers = { solutionArea: 'Microsoft365', activities: 'Usage' };

  it('puts aside the choices for the other area, which no longer count as answers', () => {
    const { lines, ...rest } = { ...workloads, ...toProducts };
    deepEqual(overlayAnswers(filled({ ...workloads, arbitration: held }), toProducts), {
      answers: rest,
      aside: { lines, arbitration: held },
    });
  });

  it('brings it back with its area, and puts aside what was chosen in between', () => {
    const products = overlayAnswers(overlayAnswers(filled(), toProducts), { lines: sales });
    deepEqual(products.aside, { lines: workloads.lines });
    const again = overlayAnswers(products, back);
    equal(again.answers.lines, workloads.lines);
    deepEqual(again.aside, { lines: sales });
  });

  it('keeps it while other steps are answered', () => {
    const changed = overlayAnswers(filled(), toProducts);
    deepEqual(overlayAnswers(changed, { claimName: 'Sales' }).aside, { lines: workloads.lines });
  });

  it('moves nothing while the same area is chosen again, or none that exists', () => {
    equal(overlayAnswers(filled(), back).answers.lines, workloads.lines);
    equal(overlayAnswers(filled(), { solutionArea: 'Surface' }).answers.lines, workloads.lines);
  });
});

describe('When arbitration has been accepted (D5)', () => {
  const accepted = filled({ ...workloads, arbitration: held });
  const arbitrationAfter = (draft: Filled, typed: Answers) =>
    overlayAnswers(draft, typed).answers.arbitration;

  it('stays while its line and its tick do, and while other steps are answered', () => {
    equal(arbitrationAfter(accepted, { lines: 'teams', arbitration: held }), held);
    equal(arbitrationAfter(accepted, { claimName: 'Teams' }), held);
  });

  it('is dropped with its line, although its tick was still on the card', () => {
    equal(arbitrationAfter(accepted, { lines: 'exchange-online', arbitration: held }), '');
  });

  it('is dropped when another subscription is typed', () => {
    const key = `${contoso}/subscription:${subscription}`;
    const draft = filled({
      customerTenantId: contoso,
      solutionArea: 'BusinessApplications',
      lines: sales,
      [`subscriptionId.${sales}`]: subscription,
      arbitration: key,
    });
    const typed = { lines: sales, arbitration: key };
    equal(arbitrationAfter(draft, typed), key);
    const other = 'f9a0f03d-7549-422f-ae4b-4b26359cbda5';
    equal(arbitrationAfter(draft, { ...typed, [`subscriptionId.${sales}`]: other }), '');
  });

  it('goes when the lines are answered without being asked about it, and with the customer', () => {
    equal(arbitrationAfter(accepted, { lines: 'exchange-online,teams' }), '');
    equal(arbitrationAfter(accepted, { customerTenantId: 'another' }), '');
    equal(arbitrationAfter(accepted, { customerTenantId: contoso }), held);
  });

  it('stays as typed where it was never offered, for the rules to refuse', () => {
    equal(arbitrationAfter(filled(), { lines: 'exchange-online', arbitration: held }), held);
  });
});
