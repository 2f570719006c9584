/** The template for proof of execution: the Word document, and how it is offered in the chat (R56, R58). */
export const template = {
  'template.fileName': 'Proof of execution {number} v{version}.docx',
  'template.eyebrow': 'Proof of execution',
  'template.title': 'Proof of execution for {number}',
  'template.titleOf': '{partner} for {customer}',
  'template.about': 'Claim {number}',
  'template.page': 'Page',
  'template.pageOf': 'of',

  'template.howTo':
    'How to use this template: fill in what is blank, describe the work, and have your customer sign on the last page. Then save or scan it and attach it to claim {number}, in your chat with CPOR Claims.',

  'template.partner': 'Partner',
  'template.company': 'Company',
  'template.contact': 'Contact',
  'template.contactEmail': 'Contact’s e-mail',
  'template.person': '{name}, {title}',

  'template.customer': 'Customer',
  'template.customerName': 'Company',
  'template.domain': 'Domain',
  'template.tenantId': 'Tenant ID',
  'template.technical': 'Technical contact',
  'template.technicalEmail': 'Technical contact’s e-mail',

  'template.claimed': 'What the claim is for',
  'template.workload': 'Workload',
  'template.product': 'Product',
  'template.productOrWorkload': 'Product or workload',
  'template.subscription': 'Subscription ID',

  'template.work': 'What was done, and when',
  'template.start': 'Start of the work',
  'template.end': 'End of the work',
  'template.askWork': 'What did the partner do for the customer?',
  'template.askWorkHelp':
    'For example: planning, workshops, deployment, migration, training, support of the people who use it.',
  'template.askLines': 'How was each product or workload listed above involved?',
  'template.askResult': 'What has the customer gained from it?',

  'template.checklist': 'For the partner: before you attach it',
  'template.checkAcknowledgment': 'The customer has acknowledged the work, with a signature.',
  'template.checkDates': 'The work has a start and an end date, and they are not too old.',
  'template.checkService': 'The work we did is described.',
  'template.checkProducts': 'Every product or workload of the claim is named.',
  'template.checkThisClaim': 'Everything here is about this claim, and no other.',

  'template.acknowledgment': 'Acknowledgment by the customer',
  'template.acknowledged':
    'We confirm that {partner} did the work described here for {customer}, with the products or workloads listed here. We agree that {partner} claims to be our partner of record for them.',
  'template.thePartner': 'the partner named above',
  'template.theCustomer': 'the customer named above',
  'template.signName': 'Name',
  'template.signTitle': 'Title',
  'template.signature': 'Signature',
  'template.signDate': 'Date',

  'template.get': 'Get the template',
  'template.help':
    'No document of your own? “Get the template” makes a Word document from this claim: fill it in, have your customer sign it, and attach the signed copy here.',
  'template.offer':
    'The template for claim {number}, filled in with what you have entered so far. It goes to your OneDrive if you allow it.',
} as const;
