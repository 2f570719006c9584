import type { Claims } from '../../services/claims/claims.ts';
import type { SubmittedClaim } from '../../services/domain/claim.ts';
import type { Agenda } from './agenda.ts';
import type { Books } from './books.ts';
import type { Cast } from './cast.ts';
import { type Comparison, instant } from './comparison.ts';
import type { Standing } from './expectedClock.ts';
import { fileClaim } from './fileClaim.ts';
import { type Intention, type Involved, intentions, type PeoplesCommand, remarks } from './people.ts';
import type { ProgramHours } from './programHours.ts';
import type { SeededRandom } from './seededRandom.ts';
import type { Tally } from './year.ts';

/** How long a claim stays on the books after its end: longer than anybody still comments on it. */
const closedAfter = 45 * 24 * 3_600_000;

export interface PlayDependencies {
  readonly random: SeededRandom;
  readonly agenda: Agenda;
  readonly hours: ProgramHours;
  readonly cast: Cast;
  readonly books: Books;
  readonly comparison: Comparison;
  readonly tally: Tally;
  readonly now: () => number;
  /** The claims of the process that runs now. */
  readonly claims: () => Claims;
  /** The claim is over, and no further alerts about it will come. */
  readonly close: (number: string) => Promise<void>;
}

/** What people do with the program, each at their own time, or later if it is not running then. */
export function createPlay(dependencies: PlayDependencies) {
  const { random, agenda, hours, cast, books, comparison, tally, now, claims, close } = dependencies;
  const ending = new Set<string>();

  /** Nobody can press anything in a downtime: they come back after it. */
  function plan(wanted: number, run: () => Promise<void>): void {
    agenda.put(wanted, async () => {
      const downtime = hours.downtimeAt(wanted);
      if (downtime) plan(downtime.to + random.between(1, hours.everyMs), run);
      else await run();
    });
  }

  async function file(index: number): Promise<void> {
    const company = random.pick(cast.companies);
    const wanted = cast.wantedBy(index);
    const filed = await fileClaim(claims(), { company, wanted, at: instant(now()) });
    if (!filed.ok) throw new Error(`A claim was not filed: ${JSON.stringify(filed.refusal)}`);
    const claim = filed.value;
    books.open(claim.number, wanted.customerTenantId);
    tally.filed += 1;
    books.did(claim, 'submit', { at: now(), doer: company.people[0] });
    follow(claim, { company, reviewers: cast.reviewers, rounds: 0 });
  }

  function follow(claim: SubmittedClaim, involved: Involved): void {
    for (const intention of intentions(random, claim, { now: now(), ...involved }))
      plan(offTheLook(intention.at), () => execute(claim.number, intention, involved));
    if (claim.status === 'PartnerActionRequired')
      plan(Date.parse(claim.answerBy) + 1, () => followEnd(claim.number, involved));
    if (claim.status === 'Approved' || claim.status === 'Rejected') planClosing(claim.number);
  }

  /** Nobody has answered: a claim that ended by itself is followed further too. */
  async function followEnd(number: string, involved: Involved): Promise<void> {
    if (ending.has(number) || books.standing(number, now()).status !== 'Rejected') return;
    for (const intention of remarks(random, { now: now(), ...involved }))
      plan(offTheLook(intention.at), () => execute(number, intention, involved));
    planClosing(number);
  }

  function planClosing(number: string): void {
    ending.add(number);
    const { deadline = now() } = books.standing(number, now());
    plan(deadline + closedAfter, async () => {
      ending.delete(number);
      await close(number);
    });
  }

  /** Moves a press off the instant of a sweep: the sweep comes first, and no decision depends on the order. */
  const offTheLook = (at: number): number => (at % hours.everyMs === 0 ? at + 1 : at);

  async function execute(number: string, { actor, command }: Intention, involved: Involved): Promise<void> {
    const standing = books.standing(number, now());
    tally.commands += 1;
    const commandId = `${command.name} ${number} ${now()} ${actor.personId}`;
    const outcome = await claims().execute(actor, { number, commandId }, command);
    comparison.same(
      `${number} ${command.name} at ${instant(now())} granted`,
      outcome.ok,
      isPossible(command.name, standing, now()),
    );
    if (!outcome.ok) {
      tally.refused += 1;
      return;
    }
    const { claim } = outcome.value;
    countLate(command.name, standing);
    books.did(claim, command.name, { at: now(), doer: actor });
    if (command.name === 'comment') return;
    follow(claim, { ...involved, rounds: involved.rounds + (command.name === 'requestInformation' ? 1 : 0) });
  }

  function countLate(name: PeoplesCommand['name'], { deadline = Number.POSITIVE_INFINITY }: Standing): void {
    if (now() < deadline) return;
    if (name === 'startReview') tally.begunLate += 1;
    if (['requestInformation', 'approve', 'reject'].includes(name)) tally.decidedLate += 1;
  }

  return { plan, file };
}

const statusFor: Readonly<Record<PeoplesCommand['name'], Standing['status'] | undefined>> = {
  startReview: 'Submitted',
  requestInformation: 'UnderReview',
  approve: 'UnderReview',
  reject: 'UnderReview',
  resubmit: 'PartnerActionRequired',
  comment: undefined,
};

/** Whether a command must be granted (R69, R73, R84). */
function isPossible(name: PeoplesCommand['name'], { status, deadline = 0 }: Standing, now: number): boolean {
  if (name === 'comment') return status !== 'Rejected' || now < deadline;
  return status === statusFor[name];
}
