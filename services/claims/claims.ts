import type { Actor, PersonActor } from '../domain/actor.ts';
import { programme } from '../domain/actor.ts';
import { seesContests } from '../domain/actors.ts';
import type { Names } from '../domain/catalogue.ts';
import type { Claim, EditingClaim, FiledClaim } from '../domain/claim.ts';
import type { Command } from '../domain/command.ts';
import type { Answers, FilingStep } from '../domain/form/answers.ts';
import type { FieldErrors } from '../domain/form/fieldError.ts';
import type { FilingOptions } from '../domain/form/filingOptions.ts';
import { optionsFrom } from '../domain/form/filingOptions.ts';
import { errorsOf, firstOpenStep, readAnswers } from '../domain/form/readAnswers.ts';
import { granted, type Outcome, refused } from '../domain/refusal.ts';
import { clockOf } from '../domain/rules/claimClock.ts';
import { allowedCommands, asksHolder, mayIssue, maySee, needsContest } from '../domain/rules/moves.ts';
import { notFoundFor } from '../domain/rules/notFound.ts';
import { createKeyedQueue } from '../queue/keyedQueue.ts';
import { createBringClaimsUpToDate } from './background/bringClaimsUpToDate.ts';
import { createSweepDrafts } from './background/sweepDrafts.ts';
import type { ClaimsContext } from './claimsContext.ts';
import { createContests } from './contests.ts';
import { canBeginAgain, createAgain, whoBeginsAgain } from './drafts/again.ts';
import { createDeleteDraft } from './drafts/deleteDraft.ts';
import { findDraftEnd, refuseMissing } from './drafts/draftEnd.ts';
import { createDrafts } from './drafts/drafts.ts';
import { mayFile, submittersOf } from './drafts/mayFile.ts';
import { createEdits } from './editing/edits.ts';
import { type CommandTarget, createCommands } from './execute.ts';
import { findClaim } from './findClaim.ts';
import { createFormKnowledge } from './formKnowledge.ts';
import { createLists } from './lists/lists.ts';
import { newClaimNumber } from './newClaimNumber.ts';
import { createPresentReaders } from './presentReaders.ts';
import type { ClaimView, ContestView } from './views.ts';

/** What the claims need from outside; number, queue and waiting have defaults. */
export type ClaimsDependencies = Pick<
  ClaimsContext,
  'store' | 'directory' | 'tenantLookup' | 'calendar' | 'now' | 'committed'
> &
  Partial<Pick<ClaimsContext, 'newNumber' | 'wait' | 'zonesOf'>>;

/** Everything that dialogs, buttons and the messenger ask of claims. */
export function createClaims(dependencies: ClaimsDependencies) {
  const context: ClaimsContext = {
    newNumber: newClaimNumber,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    queue: createKeyedQueue(),
    zonesOf: async () => ({}),
    ...dependencies,
  };
  const { store, directory, now, calendar } = context;
  const commands = createCommands(context);
  const drafts = createDrafts(context);
  const contests = createContests(context);
  const knowledge = createFormKnowledge(context);

  /** A claim that this person may see; otherwise `notFound`, whether it exists or not (R53). */
  async function open(actor: Actor, number: string): Promise<Outcome<Claim>> {
    const found = await findClaim(store, number);
    if (!found || !maySee(actor, found.document.body)) return await refuseMissing(store, actor, number);
    return granted(found.document.body);
  }

  /** How products and workloads are called. */
  async function names(): Promise<Names> {
    const { workloads, products } = await directory.catalogue();
    return Object.fromEntries([...workloads, ...products].map(({ id, name }) => [id, name]));
  }

  /** What the card of a step can offer. */
  async function filingOptions(
    partnerId: string,
    answers: Answers,
    step: FilingStep,
  ): Promise<FilingOptions> {
    // The tenant is no matter of what is offered.
    const [known, named] = await Promise.all([
      knowledge(partnerId, answers, step === 'review' ? 'lines' : step),
      names(),
    ]);
    return optionsFrom({ answers, checked: answers, known, named });
  }

  /**
   * Submits a draft as it stands, by an Incentives admin (R98), checked once more (D11): `incomplete` when an answer is missing or wrong or a line
   * fails, `customerUnchecked` when nobody could say whose the domain is, `proofMissing` without PoE (R55).
   */
  async function submit(actor: Actor, target: CommandTarget): Promise<Outcome<FiledClaim>> {
    const found = await open(actor, target.number);
    if (!found.ok) return found;
    const draft = found.value;
    if (draft.status !== 'Editing') return await repeatOrRefuse(actor, target, draft);
    // R98: whoever may not submit is told whom to ask before anything of the draft is looked at.
    const allowed = await mayFile(directory, actor);
    if (!allowed.ok) return allowed;
    const known = await knowledge(draft.partnerId, draft.answers, 'review');
    const { details, errors } = readAnswers(draft.answers, known);
    if (!details) {
      const unchecked = Object.values(errors).every((error) => error?.code === 'tenantUnavailable');
      return refused(unchecked ? 'customerUnchecked' : 'incomplete');
    }
    const said = draft.answers.comment?.trim();
    const outcome = await commands.carryOut(
      actor,
      // What is submitted is what was read: a change in between is refused, not sent along unseen.
      { ...target, version: target.version ?? draft.version },
      { name: 'submit', details, ...(said ? { comment: said } : {}) },
    );
    return outcome.ok ? granted(outcome.value.claim) : outcome;
  }

  async function repeatOrRefuse(
    actor: Actor,
    target: CommandTarget,
    claim: FiledClaim,
  ): Promise<Outcome<FiledClaim>> {
    const outcome = await commands.carryOut(actor, target, { name: 'submit', details: claim.details });
    return outcome.ok ? granted(outcome.value.claim) : outcome;
  }

  async function view(actor: PersonActor, claim: FiledClaim): Promise<ClaimView> {
    const [partner, customer, mayAddToContest, ended] = await Promise.all([
      directory.partner(claim.partnerId),
      directory.customer(claim.details.customerTenantId),
      isContested(actor, claim),
      endedSubscriptions(claim),
    ]);
    const at = now().toISOString();
    const clock = clockOf(claim, at, calendar);
    const contested = seesContests(actor.kind) ? await contests.ofClaim(claim) : undefined;
    const location = partner?.locations.find(({ mpnId }) => mpnId === claim.details.mpnId);
    return {
      claim,
      viewer: actor.kind,
      may: allowedCommands(actor, claim, { at, contested: mayAddToContest }),
      partnerName: partner?.name ?? claim.partnerId,
      ...(customer ? { customerName: customer.name } : {}),
      ...(location ? { locationName: location.name } : {}),
      names: await names(),
      ...(clock ? { clock } : {}),
      ...(ended.length > 0 ? { endedSubscriptions: ended } : {}),
      ...(canBeginAgain(claim, ended) ? await whoBeginsAgain(directory, actor) : {}),
      ...(contested ? { contests: contested } : {}),
      ...(asksHolder(actor, claim, (contested ?? []).length > 0) ? { asksHolder: true } : {}),
    };
  }

  /** R45: as the claim remembers, or as the directory says now: the claim is told a moment later. */
  async function endedSubscriptions({ details, endedSubscriptions: remembered = [] }: FiledClaim) {
    const named = details.lines.flatMap((line) => (line.kind === 'product' ? [line.subscriptionId] : []));
    const ids = [...new Set(named)];
    const found = await Promise.all(ids.map((id) => directory.subscription(details.customerTenantId, id)));
    return ids.filter((id, index) => remembered.includes(id) || found[index]?.state === 'Ended');
  }

  /** Read only where it makes a difference to what this person may do (R60). */
  async function isContested(actor: PersonActor, claim: FiledClaim): Promise<boolean> {
    if (!mayIssue(actor, 'addProof') || !needsContest('addProof', claim)) return false;
    return (await contests.contestedSlots(claim)).length > 0;
  }

  /** A slot and its claims, for reviewers only (R53, R54). */
  async function contest(
    actor: PersonActor,
    { customerTenantId, slot }: { readonly customerTenantId: string; readonly slot: string },
  ): Promise<Outcome<ContestView>> {
    if (!seesContests(actor.kind)) return notFoundFor(actor);
    const found = await contests.find(customerTenantId, slot);
    return found ? granted({ contest: found, names: await names() }) : notFoundFor(actor);
  }

  return {
    open,
    submit,
    carryOut: commands.carryOut,
    /** A command of the programme on one claim. */
    actAsSystem: (target: CommandTarget, command: Command) => commands.carryOut(programme, target, command),
    drafts,
    beginAgain: createAgain({ open, endedSubscriptions, drafts, directory }),
    /** R98: whether this person may begin a claim; if not, whom to ask. */
    mayFile: (actor: Actor) => mayFile(directory, actor),
    edits: createEdits({ open, names, knowledge, carryOut: commands.carryOut }),
    /** R99: whom at the partner an alert is for at the moment of sending. */
    presentReaders: createPresentReaders(context),
    deleteDraft: createDeleteDraft(context),
    /** What is remembered of a deleted draft of this person's company. */
    deletedDraft: (actor: Actor, number: string) => findDraftEnd(store, actor, number),
    /** D13: what the programme does on a draft on which something is due. */
    actOnDrafts: createSweepDrafts(context),
    lists: createLists(context),
    /** Claims stored before lists asked for what they ask for now. */
    bringUpToDate: createBringClaimsUpToDate(context),
    view,
    names,
    /** What the company is called, or its ID. */
    partnerName: async (id: string): Promise<string> => (await directory.partner(id))?.name ?? id,
    contest,
    filingOptions,
    /** R98: who can submit at that company, by name. */
    submitters: (partnerId: string) => submittersOf(directory, partnerId),
    /** Where a draft is taken up again. */
    firstOpenStep: async ({ partnerId, answers, proofs }: EditingClaim): Promise<FilingStep> =>
      firstOpenStep(answers, proofs.length, await knowledge(partnerId, answers, 'review')),
    /** The errors of one step of a draft, or of all of it at the review. */
    stepErrors: async (partnerId: string, step: FilingStep, answers: Answers): Promise<FieldErrors> => {
      const known = await knowledge(partnerId, answers, step);
      return step === 'review' ? readAnswers(answers, known).errors : errorsOf(step, answers, known);
    },
  };
}

export type Claims = ReturnType<typeof createClaims>;
