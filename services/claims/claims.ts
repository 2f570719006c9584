import type { Actor } from '../domain/actor.ts';
import { system } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import type { Command } from '../domain/command.ts';
import { defaultQuotas } from '../domain/quotas.ts';
import { granted, type Outcome } from '../domain/refusal.ts';
import { createKeyedQueue } from '../queue/keyedQueue.ts';
import { createBringClaimsUpToDate } from './background/bringClaimsUpToDate.ts';
import { createSweepDrafts } from './background/sweepDrafts.ts';
import { createCheckForm } from './checkForm.ts';
import type { ClaimsContext } from './claimsContext.ts';
import { createClaimView } from './claimView.ts';
import { createContests } from './contests.ts';
import { createCopyClaim } from './drafts/copyClaim.ts';
import { createDeleteDraft } from './drafts/deleteDraft.ts';
import { findDeletedDraft } from './drafts/deletedDraft.ts';
import { createDrafts } from './drafts/drafts.ts';
import { mayFile, submittersOf } from './drafts/mayFile.ts';
import { createEdits } from './editing/edits.ts';
import { type CommandTarget, createExecute } from './execute.ts';
import { findVisibleClaim } from './findVisibleClaim.ts';
import { createFormFacts } from './formFacts.ts';
import { createLists } from './lists/lists.ts';
import { createNames } from './names.ts';
import { newClaimNumber } from './newClaimNumber.ts';
import { readingOlderDocuments } from './olderDocuments.ts';
import { createPresentReaders } from './presentReaders.ts';
import { createOpenedFiles } from './proof/openedFiles.ts';
import { createReadSlot } from './readSlots.ts';
import { createSubmitDraft } from './submitDraft.ts';

/** What the claims need from outside; `newNumber`, `wait`, `zonesOf` and `quotas` have defaults. */
export type ClaimsDependencies = Pick<
  ClaimsContext,
  'store' | 'directory' | 'tenantLookup' | 'calendar' | 'now' | 'committed'
> &
  Partial<Pick<ClaimsContext, 'newNumber' | 'wait' | 'zonesOf' | 'quotas'>>;

/**
 * Everything that dialogs, buttons and the messenger ask of claims. It only connects them: each has a file of its own.
 */
export function createClaims(dependencies: ClaimsDependencies) {
  const context = contextFrom(dependencies);
  const { store, directory } = context;
  const { execute } = createExecute(context);
  const { ofCatalogue: names, ofPartner: partnerName } = createNames(directory);
  const facts = createFormFacts(context);
  const drafts = createDrafts(context);
  const views = createClaimView({ ...context, contests: createContests(context), names });
  const { endedSubscriptions } = views;
  const checkForm = createCheckForm(facts);

  const find = (actor: Actor, number: string) => findVisibleClaim(store, actor, number);
  /** A claim that this person may see; otherwise `notFound`, whether it exists or not (R53). */
  async function get(actor: Actor, number: string): Promise<Outcome<Claim>> {
    const found = await find(actor, number);
    return found.ok ? granted(found.value.document.body) : found;
  }

  return {
    get,
    submit: createSubmitDraft({ find, directory, checkForm, readSlot: createReadSlot(store), execute }),
    execute,
    /** Executes a command of the system on one claim. */
    actAsSystem: (target: CommandTarget, command: Command) => execute(system, target, command),
    drafts,
    copyClaim: createCopyClaim({ get, endedSubscriptions, drafts, directory }),
    /** R98: whether this person may begin a claim; if not, whom to ask. */
    mayFile: (actor: Actor) => mayFile(directory, actor),
    openedFiles: createOpenedFiles(context),
    edits: createEdits({ find, facts, execute }),
    /** R99: who at the partner an alert is for, decided at the moment of sending. */
    presentReaders: createPresentReaders(context),
    deleteDraft: createDeleteDraft(context),
    /** The record of a deleted draft of this person's company. */
    deletedDraft: (actor: Actor, number: string) => findDeletedDraft(store, actor, number),
    /** D13: what the system does with a draft on which something is due. */
    actOnDrafts: createSweepDrafts(context),
    lists: createLists(context),
    /** Adds the fields that lists query to claims stored without them. */
    bringUpToDate: createBringClaimsUpToDate(context),
    view: views.view,
    contest: views.contest,
    names,
    partnerName,
    /** R98: who can submit at that company, by name. */
    submitters: (partnerId: string) => submittersOf(directory, partnerId),
    checkForm,
  };
}

const contextFrom = (dependencies: ClaimsDependencies): ClaimsContext => ({
  newNumber: newClaimNumber,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  queue: createKeyedQueue(),
  zonesOf: async () => ({}),
  quotas: defaultQuotas,
  ...dependencies,
  store: readingOlderDocuments(dependencies.store),
});

/** All actions on claims, and all questions about them. */
export type Claims = ReturnType<typeof createClaims>;
