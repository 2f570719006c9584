import { button, rows } from './buttons.ts';
import type { Card, Reader } from './card.ts';
import { links } from './links.ts';
import { type PageData, renderPage } from './page.ts';
import { texts } from './parts.ts';
import { type Words, wordsFor } from './text/words.ts';

/** Whom the help is for. */
export type HelpAudience = 'filer' | 'partner' | 'reviewer';

/** What can be typed, what a claim is for (R3, R4, R47) and what the statuses mean (R61–R67). */
export function helpCard({ audience }: { readonly audience: HelpAudience }, reader: Reader): Card {
  const t = wordsFor(reader);
  const reviewer = audience === 'reviewer';
  const content = renderPage({
    title: t('help.title'),
    intro: [],
    primary: [],
    sections: reviewer
      ? [typing(audience, t), reviewing(t), statuses(t)]
      : [typing(audience, t), statuses(t), purposes(t), again(t)],
    links: [
      {
        urls: [
          { title: t('help.guide'), url: links.programmeGuide },
          { title: t('help.support'), url: links.support },
        ],
      },
    ],
    rows: rows(
      reviewer
        ? [button(t('action.queue'), { verb: 'review.queue' })]
        : [
            audience === 'filer' && button(t('action.newClaim'), { verb: 'claim.new' }),
            button(t('action.myClaims'), { verb: 'claim.list' }),
          ],
    ),
  });
  return { content, summary: t('help.summary') };
}

type Section = PageData['sections'][number];

const bullets = (...lines: readonly (string | false)[]) =>
  texts(
    lines
      .filter((line) => line !== false)
      .map((line) => `- ${line}`)
      .join('\n'),
  );

function typing(audience: HelpAudience, t: Words): Section {
  const reviewer = audience === 'reviewer';
  return {
    heading: t('help.typeTitle'),
    lines: bullets(
      audience === 'filer' && t('help.newClaim'),
      !reviewer && t('help.myClaims'),
      reviewer && t('help.queue'),
      t('help.claim'),
      audience === 'filer' && t('help.cancel'),
      t('help.help'),
    ),
  };
}

const reviewing = (t: Words): Section => ({
  heading: t('help.reviewTitle'),
  lines: bullets(t('help.reviewStart'), t('help.reviewAsk'), t('help.reviewDecide')),
});

const statuses = (t: Words): Section => ({
  heading: t('help.statusTitle'),
  lines: bullets(
    t('help.statusEditing'),
    t('help.statusSubmitted'),
    t('help.statusUnderReview'),
    t('help.statusPartnerActionRequired'),
    t('help.statusApproved'),
    t('help.statusRejected'),
  ),
});

const purposes = (t: Words): Section => ({
  heading: t('help.whatTitle'),
  lines: texts(t('help.what'), t('help.programmes'), t('help.elsewhere')),
});

const again = (t: Words): Section => ({ heading: t('help.againTitle'), lines: texts(t('help.again')) });
