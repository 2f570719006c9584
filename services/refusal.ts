/** An expected "no": a code with the data that its words need. The words are made in `cards/text` only. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly data?: Readonly<Record<string, string | number>>;
  /** R98: who may do it instead, by name. */
  readonly ask?: readonly string[];
}

export type RefusalCode =
  | 'unknownPerson' // nobody of that Entra tenant and object ID is in the directory
  | 'notAllowed' // the person's role may not do this (R97, R98); data.command
  | 'notFound' // no such claim, or not one of this person's company; data.side: whose list there is to look through
  | 'draftDeleted' // D13; data.number, data.at, data.by (absent: the programme) or data.own for the reader's own press
  | 'wrongStatus' // R70; data.command, data.status
  | 'changedMeanwhile' // the card pressed was older than the claim
  | 'alreadySubmitted'
  | 'reviewIsYours' // R98: a review is taken over from somebody else
  | 'nothingEdited' // an edit that changes nothing
  | 'incomplete' // a draft that cannot be submitted yet; field errors say where
  | 'customerUnchecked' // R37: nobody could say whose the customer's domain is
  | 'proofMissing' // R55
  | 'answerMissing' // D3: a resubmission needs an answer, new PoE or a change
  | 'rivalCounts' // D6: approval waits until a rival's claim is decided
  | 'rivalHolds' // D6: another partner has been approved on a line
  | 'rivalWaits' // D6: a rival is in Submitted; approving asks to confirm
  | 'tooLate' // the time for it has passed; data.until
  | 'fieldErrors' // the input has errors; they stand at their fields
  | 'fileTooLarge' // D9; data.limitMiB
  | 'fileEmpty' // D9: nothing is in it
  | 'fileTypeUnknown' // D9: neither name nor content is of a kind that is taken
  | 'fileNameDiffers' // D9: the content is taken, the name says something else; data.kind, data.ending ('' without)
  | 'fileContentDiffers' // D9: the name is taken, the content is something else; data.ending, data.kind ('' if unknown)
  | 'fileProtected' // an Office file that only its password opens
  | 'fileTwice' // the same content is on the claim; data.name
  | 'fileCount' // D9; data.limit
  | 'fileUnreachable' // the file could not be fetched from the chat
  | 'fileAdded' // a waiting file has been added already; data.file, data.number
  | 'fileDiscarded' // a waiting file has been discarded; data.file
  | 'fileGone' // a waiting file is not kept any more, or is not this person's
  | 'notSaved'; // a lost race that was tried again in vain: press again

/** The result of something that may be refused. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** Wraps a value that was granted. */
export const granted = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** Says no, with a code and data. */
export const refused = <T = never>(code: RefusalCode, data?: Refusal['data']): Outcome<T> => ({
  ok: false,
  refusal: data ? { code, data } : { code },
});
