/** The form for filing a claim (R8–R36). */
export const filing = {
  'filing.new': 'New claim',
  'filing.progress': 'Step {step} of {count}',
  'filing.review': 'Final check',
  'filing.savedMeanwhile':
    'This was saved in the meantime, on another card or by a colleague. Continuing from here replaces it with what is in the fields below:',
  'filing.savedField': '{field}: {value}',
  'filing.summary': 'New claim: {title}',
  'filing.summaryNumber': '{number}: {title}',

  'step.customer': 'Who is the customer?',
  'step.activity': 'What did you do for them?',
  'step.name': 'Give the claim a name',
  'step.lines': 'What do you claim?',
  'step.contacts': 'Who can we contact?',
  'step.proof': 'Attach your proof of execution',
  'step.comments': 'Anything to add?',
  'step.review': 'Check and submit',

  'customer.location': '{mpnId} · {name} · enrolled: {programmes}',
  'customer.locationWithout': '{mpnId} · {name} · not enrolled in any programme',
  'customer.mpnHelp':
    'Choose the location that did the work. Not sure which one? Ask your company’s global admin.',
  'customer.mpnWarning':
    'Choose with care: a wrong MPN ID can cost you eligibility and earnings, and mean claiming again.',
  'customer.enrol': 'Not enrolled? [Manage it in the incentives overview]({url}).',
  'customer.idsHelp':
    'Both are in the customer’s admin centre: [how to find the tenant ID and the domain]({url}).',
  'customer.domainExample': 'contoso.onmicrosoft.com',
  'customer.tenantExample': '1a2b3c4d-5e6f-7a8b-9c0d-…',
  'customer.noLocations': 'We have no MPN ID for your company. Ask your company’s global admin.',
  'customer.mpnChoose': 'Choose one of your company’s MPN IDs',

  'activity.warning':
    'Choose with care: a wrong activity can cost you eligibility and earnings, and mean claiming again.',
  'activity.choicePresales':
    'Presales (Business Applications): you influenced the purchase and want presales incentives',
  'activity.choiceUsage': 'Usage (both areas): you drive adoption and use, and want usage incentives',
  'activity.choiceRevenueAssociation':
    'Revenue association (Business Applications): you influenced the choice as a Business Influencer; it brings no payment',
  'activity.channels':
    'Business Applications: only for purchases through Volume Licensing or Web-Direct. Microsoft 365: bought in any way, but Usage only.',
  'activity.combine': 'Presales and Usage can go together in one claim. Revenue association stands alone.',
  'activity.notEnrolled':
    'MPN ID {mpnId} is not enrolled in {programmes}. You can still claim with it. [Manage enrolment]({url}).',

  'name.help': 'You and your colleagues find the claim by this name. Customers do not see it.',
  'name.example': 'Contoso: Exchange rollout',
  'name.revenueHelp': 'Revenue association needs three more names.',

  'lines.helpMicrosoft365':
    'Choose every workload that this claim is for, twenty at most. Your proof must name each of them.',
  'lines.helpBusinessApplications':
    'Choose every product that this claim is for, twenty at most. Your proof must name each of them.',
  'lines.areaChangedBusinessApplications':
    'You changed the solution area to Business Applications: choose its products now. The workloads you chose come back if you change the area back.',
  'lines.areaChangedMicrosoft365':
    'You changed the solution area to Microsoft 365: choose its workloads now. The products you chose come back if you change the area back.',
  'lines.none': 'Go back and choose a solution area first.',
  'lines.subscriptionHelp':
    'We need the subscription ID to check that the product belongs to this customer. Ask your customer for it.',
  'lines.subscriptionExample': '1a2b3c4d-5e6f-7a8b-9c0d-…',
  'lines.taken': '{product}: subscription {subscription} was found and will be used.',
  'lines.arbitrationHelp':
    'What is listed here has already been claimed, and only one partner can have it. Tick it to send it to arbitration: reviewers compare the proof of execution and decide, which may take longer. Or remove it above.',
  'lines.arbitrate': 'Send {name} to arbitration',

  'contacts.customerHelp': 'The person who speaks for the customer in this claim.',
  'contacts.technicalHelp': 'Someone at the customer who knows how the product is used.',
  'contacts.partnerHelp': 'Someone at your company whom we can ask.',
  'contacts.languageChoose': 'Choose a language',

  'proof.none':
    'No file yet. Attach one in this chat with the paperclip, then continue. A claim can be submitted only with proof.',
  'proof.attached': { one: '{count} file attached', other: '{count} files attached' },
  'proof.whichClaim':
    'If a reviewer waits for your answer on another claim too, I ask which one a file is for, unless you write {number} with it.',
  'proof.attachMore': 'To add another file, attach it in this chat with the paperclip.',
  'proof.checklist': 'Your proof must:',
  'proof.checkAcknowledgment': 'carry the customer’s acknowledgment or signature',
  'proof.checkDates': 'have dates that are not too old',
  'proof.checkService': 'describe the work you did',
  'proof.checkProducts': 'name every product or workload of this claim',
  'proof.checkThisClaim': 'belong to this claim, and to no other',
  'proof.formats': 'pdf, docx, xlsx, pptx, msg, png, jpg or tiff. At most {mib} MB each and {files} files.',

  'comments.help': 'The reviewers read it together with the claim.',

  'review.ready': 'Everything is ready. After you submit, the review starts within five business days.',
  'review.notReady': 'Not ready yet:',
  'review.missingProof': 'Attach at least one file of proof.',
  'review.missingDecision': 'Something you chose has since been claimed: decide what to do.',
  'review.missingFields': {
    one: 'Correct {count} field that is marked below.',
    other: 'Correct {count} fields that are marked below.',
  },
  'review.arbitration': 'Already claimed, goes to arbitration: {names}',
  'review.arbitrationNeeded':
    'Already claimed: {names}. Only one partner can have it. Press “{button}” to send it to arbitration, or to remove it from the claim.',
  'review.decide': 'Decide on arbitration',
  'review.correct': 'Correct: {step}',
  'review.submit': 'Submit',
  'review.attach': 'Attach proof',
  'review.fieldError': '{field}: {error}',
  'review.moreErrors': {
    one: '{count} more field is marked at this step.',
    other: '{count} more fields are marked at this step.',
  },
  'review.contactField': '{contact}, {field}',
  'review.notClaimable': 'Cannot be claimed as it is now',
  'review.noFiles': 'No file yet',

  'continued.text': 'Continued below.',
  'continued.summary': '{title}: continued below',
} as const;
