/** Welcome and help. */
export const help = {
  'welcome.title': 'Welcome, {name}',
  'welcome.titleChannel': 'CPOR Claims posts here',
  'welcome.summary': 'CPOR Claims: file, follow and review claims in Teams',
  'welcome.filer':
    'Here you claim that your company is the partner behind a customer’s purchase or use of Microsoft 365 or Dynamics 365, and hear right away when a reviewer needs something.',
  'welcome.filerHow':
    'It takes about five minutes. Have the customer’s tenant ID and a signed proof of execution at hand.',
  'welcome.partner': 'Here you follow your company’s claims, answer reviewers and add proof.',
  'welcome.partnerFile':
    'Only an Incentives admin of your company can file a claim. You can do everything else.',
  'welcome.reviewer': 'Here you review claims. The claims waiting for you are in the review queue.',
  'welcome.reviewerAlerts': 'New claims, answers and comments are posted in the reviewers’ channel.',
  'welcome.channel':
    'New claims, answers and comments of partners are posted in this channel, one thread for each claim. Any reviewer can act on any card.',

  'help.title': 'Help',
  'help.summary': 'Help for CPOR Claims',
  'help.typeTitle': 'What you can type',
  'help.newClaim': '**new claim**: file a claim',
  'help.myClaims': '**my claims**: your company’s claims and where they stand',
  'help.claim': '**claim C-…**: one claim by its number',
  'help.queue': '**review queue**: the claims that are waiting',
  'help.cancel': '**cancel**: leave the form; the draft is kept',
  'help.help': '**help**: this card; or just ask a question',
  'help.mention':
    'You can type after my name: **review queue**, **claim C-…** for one claim by its number, or **help**.',
  'help.ask': 'Ask in your own words, such as “which MPN do I pick?”, or choose a topic.',
  'help.beforeTitle': 'Before you file a claim',
  'help.askedTitle': 'What the form asks',
  'help.afterTitle': 'While it is reviewed, and afterwards',
  'help.asPartnersRead': 'Partners read it like this:',
  'help.nearTitle': 'You may also want to know',
  'help.otherTopics': 'Other topics',
  'help.choiceTitle': 'I am not sure what you mean',
  'help.choice': 'Is it one of these?',
  'help.statusEditing': '**Editing**: a draft; attach proof and submit it.',
  'help.statusSubmitted': '**Submitted**: the review starts within five business days.',
  'help.statusUnderReview': '**Under review**: decided within five business days.',
  'help.statusPartnerActionRequired':
    '**Partner action required**: answer and resubmit within five business days, or the claim is rejected.',
  'help.statusApproved': '**Approved**: not yet paid; whether it earns incentives is assessed afterwards.',
  'help.statusRejected': '**Rejected**: the card says why and what you can do.',
  'help.reviewTitle': 'How a review goes',
  'help.reviewStart': '**Start review** takes the claim out of the queue.',
  'help.reviewAsk': '**Ask for more** gives the partner five business days.',
  'help.reviewDecide': '**Approve** or **Reject**: the partner is notified right away.',
  'link.programmeGuide': 'Programme guide',
  'link.support': 'Support',
  'link.findIds': 'How to find the IDs',
  'link.enrolment': 'Incentives overview',
} as const;
