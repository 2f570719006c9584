import { draftDeletedCard } from '../../cards/draft/draftDeletion.ts';
import { draftNewsCard } from '../../cards/draft/draftNews.ts';
import { continuedCard } from '../../cards/filing/filing.ts';
import type { Card, Reader } from '../../cards/kit/card.ts';
import type { Claims } from '../../services/claims/claims.ts';
import { isStillDraftNews } from '../../services/claims/news.ts';
import type { Directory } from '../../services/directory/directoryService.ts';
import { idsOf } from '../../services/directory/personId.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import type { DraftAlert, Recipient } from '../../services/domain/alert.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { Draft } from '../../services/domain/claim.ts';
import { ownerOf } from '../../services/domain/rules/draftOwner.ts';
import { mayIssue } from '../../services/domain/rules/moves.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import type { Proactive } from './proactive.ts';

/** Sends alerts about drafts that nobody changes (D13), as long as they are still unchanged. */
export function createDraftMessenger(dependencies: {
  readonly proactive: Proactive;
  readonly shownCards: ShownCards;
  readonly claims: Claims;
  readonly directory: Directory;
  readonly reader: Reader;
}) {
  const { proactive, shownCards, claims, directory, reader } = dependencies;

  /**
   * False when this person cannot be told: not known any more, or without access to the draft. True also when there is
   * nothing left to tell, because the draft was submitted, changed or deleted meanwhile.
   */
  async function tell(alert: DraftAlert, { to }: Recipient, address: ChatAddress): Promise<boolean> {
    const ids = to.kind === 'person' ? idsOf(to.personId) : undefined;
    const actor = ids && (await directory.actor(ids.tenantId, ids.objectId));
    if (!actor) return false;
    switch (alert.event) {
      case 'draftDeleted':
        return await showEnd(actor, alert.number, address);
      case 'draftReminder':
      case 'draftNotice':
        return await showNews(actor, alert, address);
      default:
        return assertNever(alert.event);
    }
  }

  async function showNews(actor: PersonActor, alert: DraftAlert, address: ChatAddress): Promise<boolean> {
    const found = await claims.get(actor, alert.number);
    if (!found.ok) return found.refusal.code === 'draftDeleted';
    const draft = found.value;
    if (draft.status !== 'Editing' || !isStillDraftNews(alert, draft)) return true;
    const { number, answers } = draft;
    const stub = continuedCard({ number, title: answers.claimName ?? number }, reader);
    await proactive.postNewest(address, number, {
      card: await newsCard({ claims, reader }, actor, draft),
      stub,
    });
    return true;
  }

  /**
   * A card on which somebody may be typing stays: their next press says that the draft is gone, and no text is lost.
   */
  async function showEnd(actor: PersonActor, number: string, address: ChatAddress): Promise<boolean> {
    const end = await claims.deletedDraft(actor, number);
    const shown = end && (await shownCards.find(address.conversation.id, number));
    if (!end || !shown || shown.hasInputs) return true;
    const card = draftDeletedCard(end, reader, { mayFile: mayIssue(actor, 'submit') });
    await proactive.refresh(address, { conversation: address.conversation.id, topic: number }, card);
    return true;
  }

  return { tell };
}

export type DraftMessenger = ReturnType<typeof createDraftMessenger>;

/** The card that reminds this person of a draft. */
export async function newsCard(
  { claims, reader }: { readonly claims: Claims; readonly reader: Reader },
  actor: PersonActor,
  draft: Draft,
): Promise<Card> {
  const own = ownerOf(draft).id === actor.personId;
  const step = await claims.checkForm(draft.partnerId, draft.answers).firstOpenStep(draft.proofs.length);
  const asks = mayIssue(actor, 'submit') ? {} : { ask: await claims.submitters(draft.partnerId) };
  return draftNewsCard({ draft, step, own, ...asks }, reader);
}
