import type { PersonActor } from '../../services/domain/actor.ts';
import type { SubmittedClaim } from '../../services/domain/claim.ts';
import type { Command } from '../../services/domain/command.ts';
import { type Company, type Reviewer, type Temper, tempers } from './cast.ts';
import type { SeededRandom } from './seededRandom.ts';

const second = 1000;
const hour = 3_600_000;
const day = 24 * hour;

/** What people do with a claim once it is filed. */
export type PeoplesCommand = Extract<
  Command,
  { name: 'startReview' | 'requestInformation' | 'approve' | 'reject' | 'resubmit' | 'comment' }
>;

/** What somebody will do with a claim, and when. */
export interface Intention {
  readonly at: number;
  readonly actor: PersonActor;
  readonly command: PeoplesCommand;
}

/** Whose claim it is, who reviews it, and how often more was asked for. */
export interface Involved {
  readonly company: Company;
  readonly reviewers: readonly Reviewer[];
  readonly rounds: number;
}

const mostRounds = 4;
const text = 'A sentence about this claim.';
const comment: PeoplesCommand = { name: 'comment', text };
const ask: PeoplesCommand = { name: 'requestInformation', reasons: ['DatesMissingOrOld'], comment: text };
const reject: PeoplesCommand = { name: 'reject', reason: 'InsufficientProof', comment: text };
const approve: PeoplesCommand = { name: 'approve', confirmed: true };

/** What comes next, after a claim has come into its status at an instant. */
export function intentions(
  random: SeededRandom,
  claim: SubmittedClaim,
  { now, ...involved }: Involved & { readonly now: number },
): Intention[] {
  return [...nextSteps(random, claim, { now, ...involved }), ...remarks(random, { now, ...involved })];
}

function nextSteps(
  random: SeededRandom,
  claim: SubmittedClaim,
  { now, company, reviewers, rounds }: Involved & { readonly now: number },
): Intention[] {
  const { actor, pace } = random.pick(reviewers);
  const later = now + random.between(pace[0] * hour, pace[1] * hour);
  switch (claim.status) {
    case 'Submitted':
      return [{ at: later, actor, command: { name: 'startReview' } }];
    case 'UnderReview': {
      const asks = rounds < mostRounds && random.chance(0.5);
      return [{ at: later, actor, command: asks ? ask : random.pick([approve, approve, reject]) }];
    }
    case 'PartnerActionRequired':
      return answer(random, company, { now, deadline: Date.parse(claim.answerBy) });
    case 'Rejected':
    case 'Approved':
      return [];
  }
}

/** Now and then somebody of either side says something, within a few days or long after. */
export function remarks(
  random: SeededRandom,
  { now, company, reviewers }: Involved & { readonly now: number },
): Intention[] {
  if (random.chance(0.7)) return [];
  const actor = random.chance(0.6) ? random.pick(company.people) : random.pick(reviewers).actor;
  const days = random.chance(0.8) ? 6 : 35;
  return [{ at: now + random.between(second, days * day), actor, command: comment }];
}

/** The partner usually answers at its people's own pace: in one step, or with a comment first. */
function answer(
  random: SeededRandom,
  { temper, people }: Company,
  { now, deadline }: { readonly now: number; readonly deadline: number },
): Intention[] {
  const mood = random.chance(0.2) ? random.pick(tempers) : temper;
  const at = answerTime(random, mood, { now, deadline });
  if (at === undefined) return [];
  const actor = random.pick(people);
  const resubmit: Intention = { at, actor, command: { name: 'resubmit', answer: text } };
  const wordFirst = { at: Math.max(now + 1, at - random.between(second, day)), actor, command: comment };
  return random.chance(0.4) ? [wordFirst, resubmit] : [resubmit];
}

function answerTime(
  random: SeededRandom,
  temper: Temper,
  { now, deadline }: { readonly now: number; readonly deadline: number },
): number | undefined {
  switch (temper) {
    case 'fast':
      return now + random.between(hour, 2 * day);
    case 'slow':
      return now + random.between(2 * day, 8 * day);
    case 'brink':
      return deadline - 1;
    case 'late':
      return deadline + random.pick([1, 61 * second, random.between(hour, 3 * day)]);
    case 'silent':
      return undefined;
  }
}
