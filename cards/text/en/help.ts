/** Welcome and help. */
export const help = {
  'welcome.title': 'Welcome, {name}',
  'welcome.titleChannel': 'CPOR Claims reports here',
  'welcome.summary': 'CPOR Claims: file, follow and review claims in Teams',
  'welcome.filer':
    'Here you claim that your company is the partner behind a customer’s purchase or use of Microsoft 365 or Dynamics 365, and hear at once when a reviewer needs something.',
  'welcome.filerHow':
    'It takes about five minutes. Have the customer’s tenant ID and a signed proof of execution at hand.',
  'welcome.partner': 'Here you follow your company’s claims, answer reviewers and add proof.',
  'welcome.partnerFile':
    'Only an Incentives admin of your company can file a claim. You can do everything else.',
  'welcome.reviewer': 'Here you review claims: what waits for you is in the review queue.',
  'welcome.reviewerAlerts': 'New claims, answers and comments are posted in the reviewers’ channel.',
  'welcome.channel':
    'New claims, answers and comments of partners are posted in this channel, one thread for each claim. Any reviewer can act on any card.',

  'help.title': 'Help',
  'help.summary': 'Help for CPOR Claims',
  'help.typeTitle': 'What you can type',
  'help.newClaim': '**new claim**: file a claim',
  'help.myClaims': '**my claims**: your company’s claims and where they stand',
  'help.claim': '**claim C-…**: one claim by its number',
  'help.queue': '**review queue**: the claims that wait',
  'help.cancel': '**cancel**: leave the form; the draft is kept',
  'help.help': '**help**: this card',
  'help.mention':
    'You can type after my name: **review queue**, **claim C-…** for one claim by its number, or **help**.',
  'help.whatTitle': 'What a claim is for',
  'help.what':
    'You see how the customer uses the product, you can earn OSU or OSA incentives, or you are associated with the revenue as a Business Influencer.',
  'help.programmes':
    'Presales can earn OSA-Sell. Usage can earn OSU-Microsoft 365 or OSU-Business Applications. Revenue association earns nothing.',
  'help.elsewhere':
    'CSP, Managed Reseller, Hosting and Surface are co-op claims, which are handled elsewhere.',
  'help.againTitle': 'Customers you already have',
  'help.again':
    'Microsoft 365 customers must be associated again to keep OSU. Dynamics 365 and Power BI associations last until their subscriptions expire.',
  'help.statusTitle': 'The six statuses',
  'help.statusEditing': '**Editing**: a draft; attach proof and submit it.',
  'help.statusSubmitted': '**Submitted**: the review starts within five business days.',
  'help.statusUnderReview': '**Under review**: decided within five business days.',
  'help.statusPartnerActionRequired':
    '**Partner action required**: answer and resubmit within five business days, or the claim is rejected.',
  'help.statusApproved': '**Approved**: not yet paid; whether it earns is assessed afterwards.',
  'help.statusRejected': '**Rejected**: the card says why and what you can do.',
  'help.reviewTitle': 'How a review goes',
  'help.reviewStart': '**Start review** takes the claim out of the queue.',
  'help.reviewAsk': '**Ask for more** gives the partner five business days.',
  'help.reviewDecide': '**Approve** or **Reject**; both are told to the partner at once.',
  'help.guide': 'Programme guide',
  'help.support': 'Support',
} as const;
