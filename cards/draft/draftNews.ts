import type { FilingStep } from '../../services/domain/answers.ts';
import type { Draft } from '../../services/domain/claim.ts';
import { ownerOf } from '../../services/domain/rules/draftOwner.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { maybe, texts } from '../kit/parts.ts';
import { clientDate, deadline, lastDay } from '../text/dates.ts';
import { plain, shorten } from '../text/markdown.ts';
import { submitterText } from '../text/whomToAsk.ts';
import { wordsFor } from '../text/words.ts';
import { draftCustomer, draftHeader, draftName, draftNameInToast, renderDraft } from './draft.ts';

/** A draft that nobody has changed for a while. */
export interface DraftNews {
  readonly draft: Draft;
  /** Its first open step. */
  readonly step: FilingStep;
  /** Whether the reader is the person who has been filling it in. */
  readonly own: boolean;
  /** R98: who can submit, when the reader cannot. */
  readonly ask?: readonly string[];
}

/** D13: the reminder; or, once its end is fixed, the notice, which says when it is deleted. */
export function draftNewsCard({ draft, step, own, ask }: DraftNews, reader: Reader): Card {
  const t = wordsFor(reader);
  const { number, version, updatedAt, answers } = draft;
  const end = endOf(draft);
  const name = draftName(answers.claimName, reader);
  const when = clientDate(updatedAt);
  const waits = own ? 'draft.reminderTitle' : 'draft.reminderTitleColleague';
  const about = [name, draftCustomer(draft)].filter((part) => part !== '').join(' · ');
  const content = renderDraft({
    header: draftHeader({ number, title: t(end ? 'draft.noticeTitle' : waits), about }, reader),
    notice: maybe(
      end && { tone: 'warning' as const, text: t('draft.noticeText', { deadline: deadline(end, reader) }) },
    ),
    intro: texts(
      own
        ? t('draft.unchanged', { when })
        : t('draft.unchangedColleague', { when, name: plain(shorten(ownerOf(draft).name, 100)) }),
      step === 'review'
        ? t(ask ? 'draft.completeAsk' : 'draft.complete')
        : t('draft.nextStep', { step: t(`step.${step}`) }),
      ask && submitterText(ask, reader),
    ),
    facts: [],
    notes: texts(!end && t('draft.reminderKept')),
    buttons: lanes([
      button(t('draft.goOn'), { verb: 'claim.resume', number }, 'positive'),
      button(t('draft.delete'), { verb: 'draft.delete', number, version }),
    ]),
  });
  return { content, summary: summaryOf(draft, reader) };
}

/** When it is deleted, once that has been announced. */
const endOf = ({ due, dueAt }: Draft): string | undefined => (due === 'delete' ? dueAt : undefined);

function summaryOf(draft: Draft, reader: Reader): string {
  const t = wordsFor(reader);
  const known = { number: draft.number, name: draftNameInToast(draft.answers.claimName, reader) };
  const end = endOf(draft);
  return end
    ? t('draft.noticeSummary', { ...known, day: lastDay(end, reader) })
    : t('draft.reminderSummary', known);
}
