import { assertNever } from '../../services/domain/assertNever.ts';
import type { Names } from '../../services/domain/catalogue.ts';
import type { HistoryEvent } from '../../services/domain/history.ts';
import type { Person } from '../../services/domain/person.ts';
import { wishText } from '../claim/comments.ts';
import { editedText } from '../edit/editedText.ts';
import type { Reader } from '../kit/card.ts';
import { joinTexts, reasonsText } from '../text/lists.ts';
import { plain, shorten, shortFileName } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

/** An entry of the history in words. */
export interface EventText {
  readonly what: string;
  /** What was written with it; an empty part is left out. */
  readonly said: readonly (string | undefined)[];
}

/** What happened, and what was written with it. */
export function eventText(
  event: HistoryEvent,
  { names, reader }: { readonly names: Names; readonly reader: Reader },
): EventText {
  const t = wordsFor(reader);
  const entry = (what: string, ...said: (string | undefined)[]): EventText => ({ what, said });
  switch (event.kind) {
    case 'ClaimSubmitted':
      return submittedText(event, reader);
    case 'InformationRequested':
      return entry(
        t('history.InformationRequested'),
        reasonsText(event.reasons, reader),
        plain(event.comment),
      );
    case 'Commented':
      return entry(
        t('history.Commented'),
        plain(event.text),
        event.answerBy && wishText(event.answerBy, reader),
      );
    case 'ProofAdded':
      return entry(t('history.ProofAdded', { file: fileText(event.name) }));
    case 'ClaimResubmitted':
      return entry(t('history.ClaimResubmitted'), event.answer && plain(event.answer));
    case 'ClaimEdited':
      return entry(t('history.ClaimEdited'), editedText(event, names, reader));
    case 'ClaimRejected':
      return rejectedText(event, reader);
    case 'ArbitrationAnnounced':
      return entry(t('history.ArbitrationAnnounced'), t('system.arbitration'));
    case 'SubscriptionEnded':
      return entry(t('history.SubscriptionEnded', { subscription: event.subscriptionId }));
    case 'ReviewTakenOver':
      return entry(t('history.ReviewTakenOver', { name: nameText(event.from) }));
    case 'DraftCreated':
      return entry(
        event.from ? t('history.DraftCreatedFrom', { number: event.from }) : t('history.DraftCreated'),
      );
    case 'ClaimApproved':
      return entry(t('history.ClaimApproved'), event.comment && plain(event.comment));
    case 'DraftTakenOver':
    case 'ReviewStarted':
      return entry(t(`history.${event.kind}`));
    default:
      return assertNever(event);
  }
}

type EventOf<Kind extends HistoryEvent['kind']> = Extract<HistoryEvent, { readonly kind: Kind }>;

function submittedText(event: EventOf<'ClaimSubmitted'>, reader: Reader): EventText {
  const { proofs, comment, commentBy } = event;
  const files = joinTexts(proofs.map(fileText), reader);
  return {
    what: wordsFor(reader)('history.ClaimSubmitted', { count: proofs.length, files }),
    said: [comment && commentText(comment, commentBy, reader)],
  };
}

function rejectedText({ reason, comment }: EventOf<'ClaimRejected'>, reader: Reader): EventText {
  const t = wordsFor(reader);
  return {
    what: t('history.ClaimRejected', { reason: t(`rejection.${reason}`) }),
    said: [comment && plain(comment)],
  };
}

/** A comment under another person's entry names who wrote it. */
function commentText(comment: string, by: Person | undefined, reader: Reader): string {
  if (!by) return plain(comment);
  return wordsFor(reader)('history.saidBy', { name: nameText(by), comment: plain(comment) });
}

const fileText = (name: string): string => plain(shortFileName(name, 60));
const nameText = ({ name }: Person): string => plain(shorten(name, 100));
