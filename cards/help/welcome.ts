import { assertNever } from '../../services/domain/assertNever.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { renderPage } from '../kit/page.ts';
import { texts } from '../kit/parts.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { HelpAudience } from './helpAudience.ts';

/** Whom the welcome is for: somebody in their own chat, or the reviewers' channel. */
export type WelcomeAudience = HelpAudience | 'channel';

/** The first card in a chat or channel: what this is for and where to begin. */
export function welcomeCard(
  { audience, name }: { readonly audience: WelcomeAudience; readonly name: string },
  reader: Reader,
): Card {
  const t = wordsFor(reader);
  const more = {
    filer: [t('welcome.filerHow')],
    partner: [t('welcome.partnerFile')],
    reviewer: [t('welcome.reviewerAlerts')],
    channel: [],
  }[audience];
  const content = renderPage({
    title:
      audience === 'channel'
        ? t('welcome.titleChannel')
        : t('welcome.title', { name: plain(shorten(name, 60)) }),
    intro: texts(t(`welcome.${audience}`), ...more),
    primary: welcomeButtons(audience, reader),
    sections: [],
    links: [],
    buttons: [],
  });
  return { content, summary: t('welcome.summary') };
}

function welcomeButtons(audience: WelcomeAudience, reader: Reader) {
  const t = wordsFor(reader);
  const help = button(t('action.help'), { verb: 'help.open' });
  switch (audience) {
    case 'filer':
      return lanes([
        button(t('action.newClaim'), { verb: 'claim.new' }, 'positive'),
        button(t('action.myClaims'), { verb: 'claim.list' }),
        help,
      ]);
    case 'partner':
      return lanes([button(t('action.myClaims'), { verb: 'claim.list' }, 'positive'), help]);
    case 'reviewer':
      return lanes([button(t('action.queue'), { verb: 'review.queue' }, 'positive'), help]);
    case 'channel':
      return lanes([button(t('action.queue'), { verb: 'review.queue' }, 'positive')]);
    default:
      return assertNever(audience);
  }
}
