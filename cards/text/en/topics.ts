/**
 * Help by topic. In `text` an empty line begins the next paragraph; `words` are what people may ask it by, beside the
 * words of the title. `topic.ignored` are words that say nothing about a topic.
 */
export const topics = {
  // R1–R4
  'topic.purpose.title': 'What is a claim for?',
  'topic.purpose.text':
    'With a claim your company says that it is the partner behind a customer’s purchase or use of Microsoft 365 or Business Applications (Dynamics 365).\n\nIt lets you see how the customer uses the product, lets you earn OSU or OSA incentives, or associates you with the revenue as a Business Influencer.\n\n- **Presales** can earn OSA-Sell.\n- **Usage** can earn OSU-Microsoft 365 or OSU-Business Applications, by solution area.\n- **Revenue association** earns nothing.',
  'topic.purpose.words':
    'purpose cpor claimed partner of record why benefit good explain point about osa osu sell incentive programme program insight earn osu osa association associate',
  // R26–R32
  'topic.activity.title': 'Which activity do I choose?',
  'topic.activity.text':
    '**Business Applications**, only for purchases through Volume Licensing or Web-Direct:\n\n- **Presales**: you influenced the purchase, and want presales incentives.\n- **Usage**: you drive adoption and use, and want usage incentives.\n- **Revenue association**: you influenced the choice as a Business Influencer. It brings no payment.\n\n**Microsoft 365**, bought in any way:\n\n- **Usage**: you drive adoption and use, and want usage incentives.\n\nPresales and Usage can go together in one claim. Revenue association stands alone.\n\nChoose with care: a wrong activity can cost you eligibility and earnings, and mean claiming again.',
  'topic.activity.words':
    'activity activities presales presale sales usage revenue association business influencer influence influenced solution area combine together both adoption volume licensing web direct difference between choose wrong',
  // R33–R36
  'topic.mpn.title': 'Which MPN ID do I choose?',
  'topic.mpn.text':
    'The one of the location that did the work at this customer. Each of your company’s MPN IDs is shown with the programmes it is enrolled in. Its partner type is not known here and not shown.\n\nIf it is not enrolled for the activity you choose, the form warns you. You can still file the claim; enrolment is managed in the incentives overview.\n\nChoose with care: a wrong MPN ID can cost you eligibility and earnings, and mean claiming again. Not sure which one? Ask your company’s global admin.',
  'topic.mpn.words':
    'mpn mpns mpnid partner network location office enrolled enrolment enroll enrol enrollment global admin company choose wrong fasttrack',
  // R9, R10, R25, R37
  'topic.ids.title': 'Where do I find the domain and the tenant ID?',
  'topic.ids.text':
    'Your customer finds both in its admin centre; the page below shows where.\n\n- **Domain**: contoso, contoso.onmicrosoft.com, or any domain that is verified for the customer.\n- **Tenant ID**, also called directory ID: it looks like 1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d.\n\nThe two must belong together. If they do not match, ask your customer for the right ones.\n\nYou can paste them as you have them: the form takes the domain out of an address, and the ID out of a sentence.',
  'topic.ids.words':
    'find finding look domain domains tenant tenants directory guid id ids microsoft azure entra admin centre center portal match mismatch onmicrosoft verified',
  // R22, R44, R45
  'topic.subscription.title': 'Do I give a product or a subscription?',
  'topic.subscription.text':
    'For Business Applications you choose products. If the customer has exactly one subscription of a product, it is taken and shown. If there are several, you are asked for the subscription ID; your customer can tell you. The form never lists a customer’s subscriptions.\n\nFor Microsoft 365 you choose workloads, and no subscription is asked for.\n\nAn approved claim shows the subscription ID of each product, and holds that subscription only. When it has ended, your claim keeps its status, but the next subscription needs a new claim.',
  'topic.subscription.words':
    'product products subscription subscriptions workload workloads several one many asked ended end ends ending expired expire expires expiry over cancelled renewed renew renewal replaced successor dynamics enter',
  // R38, R39, R41, R42, R47
  'topic.claimable.title': 'When can a subscription be claimed?',
  'topic.claimable.text':
    'When it is active or in its grace period, belongs to the customer’s tenant, and the customer has activated or provisioned the product.\n\nNot provisioned yet? That step is the customer’s. Your draft stays, and can be checked again afterwards.\n\nIf the form refuses a subscription, check with your customer that the subscription and the tenant ID are right. If that does not help, ask support.\n\n**Customers you already have**: Microsoft 365 customers must be associated again to keep OSU. Dynamics 365 and Power BI associations last until their subscriptions expire.',
  'topic.claimable.words':
    'when available subscription subscriptions active activate activated inactive grace suspended provisioned provision provisioning provisioned yet refuse refused error existing customers already again reassociate renew keep power bi osu',
  // R3, E3
  'topic.elsewhere.title': 'What about CSP, Managed Reseller, Hosting or Surface?',
  'topic.elsewhere.text':
    'Those are co-op claims, and are handled elsewhere. A subscription bought through CSP cannot be claimed here.\n\nHere you claim Microsoft 365 workloads and Business Applications (Dynamics 365) only.',
  'topic.elsewhere.words':
    'csp cloud solution provider managed reseller hosting surface coop co-op co op azure devices elsewhere',
  // R55–R60, D9
  'topic.proof.title': 'What must the proof of execution show?',
  'topic.proof.text':
    'Every claim needs it: your own documents, such as a statement of work signed by the customer, or the template: “Get the template” at the proof step makes a Word document from your draft, for your customer to sign. Your proof must:\n\n{points}\n\nAttach files in your own chat with me: {formats}\n\nAfter you submit, you can add proof while the claim is Submitted or in Partner action required, with a dispute, and while an approved claim is contested. Proof can be removed in Editing only.',
  'topic.proof.words':
    'proof proofs poe evidence execution document documents documentation file files attach attachment upload template statement work sow sign signed signature acknowledgment acknowledgement dates old pdf format formats size megabytes',
  // R61–R68
  'topic.statuses.title': 'What do the statuses mean?',
  'topic.statuses.text':
    'A claim is always in one of six:\n\n{points}\n\nYou can look at any time: type “my claims” for all, “claim C-…” for one.',
  'topic.statuses.words':
    'status statuses state states editing submitted under review partner action required approved rejected meaning stage progress track',
  // R71–R78
  'topic.deadlines.title': 'How long does it take, and what are the deadlines?',
  'topic.deadlines.text':
    '- **Submitted**: the review begins within 5 business days.\n- **Under review**: 5 business days to decide. Reviewers have 10 business days in all; their time stands still while it is your turn.\n- **Partner action required**: 5 business days to answer and resubmit, or the claim is rejected.\n- **Approved**: the customer can decline for 7 days, and at least 5 business days.\n- **Rejected**: 30 days to dispute; the answer takes 5 business days at most.\n\nThe day on which something happens does not count. Business days leave out weekends and US federal holidays. A deadline is at 24:00 Pacific time of its last day, and stands on the claim’s card.',
  'topic.deadlines.words':
    'deadline deadlines long time days day business due date until wait waiting late extension extend respond response answer clock hours weeks review take takes duration holidays weekend how',
  // R46, R48–R53
  'topic.competing.title': 'What if another partner claims the same?',
  'topic.competing.text':
    'A customer can have many partners, but each workload (Microsoft 365) or subscription (Business Applications) belongs to one partner only.\n\nIf another partner has it, or claims it too, your claim goes to arbitration. Reviewers first check its details and proof, then compare the partners’ proof and choose. They may ask each partner for more.\n\nThe five business days still run, but your claim may stay Under review longer; its comments say so then. Who the other partner is stays confidential, and so does your proof.',
  'topic.competing.words':
    'another other partner partners competing compete competitor competition rival rivals same contested contest arbitration arbitrate conflict two both belongs taken already someone somebody else claimed share shared holder',
  // R5–R7, R67, R92–R94
  'topic.approval.title': 'What does an approval mean, and when am I paid?',
  'topic.approval.text':
    'You are associated with the customer. **Approved does not mean paid**: whether the claim earns is assessed afterwards, by the rules of the programme guide.\n\nFirst the customer is told, and can decline for seven days or a little longer; silence is consent. The claim shows Approved during that time already. Then it goes to incentive assessment, and you have access to the customer’s usage data.\n\nIn payout reports you find the claim by its tenant ID and subscription IDs.',
  'topic.approval.words':
    'approval approved approve pay paid payment payments payout payouts money earn earnings incentive incentives reports consent decline declined customer assessment usage data access after guide',
  // R81–R91, D4
  'topic.rejection.title': 'My claim was rejected. What now?',
  'topic.rejection.text':
    'The claim’s card says why: the proof was not sufficient, the customer’s consent or claimed products were missing in it, it could not be opened, nobody answered in time, the customer declined, or your company asked for it.\n\nYou can **dispute** it within 30 days with a business justification, updated proof, or both; at most twice for one claim. The answer takes five business days at most. A claim that was rejected at your own request cannot be disputed.\n\nAfter 30 days, file a new claim with new proof.',
  'topic.rejection.words':
    'rejection rejections rejected reject refused denied declined turned down dispute disputes disputed disputing appeal objection justification reason reasons why reopen retry resubmit again wrong disagree unfair',
  'topic.ignored':
    'a about actually after all also am an and any anything are as at be been bot but by bye can claim claimed claiming claims cool could customer customers day did do does doing done for from get give go going good got great had has have hello help here hey hi how i if in is it its just know knows knew let like maybe me mean means mine moment morning must my need needs new nice no not now of off oh ok okay on once only or our ours out pick please put question really right said say see should show so some soon sorry still take tell than thank thanks that the their them then there these they thing think this those to today told too tomorrow up us use very wait want wants was way we well were what whats where which while who why will with would yes yesterday yet you your yours',
} as const;
