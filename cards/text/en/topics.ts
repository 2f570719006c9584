/**
 * Help by topic. In `text`, an empty line begins the next paragraph. `words` are search words, in addition to the words
 * of the title. `topic.ignored` are words that say nothing about a topic.
 */
export const topics = {
  // R1–R4
  'topic.purpose.title': 'What is a claim for?',
  'topic.purpose.text':
    'With a claim your company says that it is the partner behind a customer’s purchase or use of Microsoft 365 or Business Applications (Dynamics 365).\n\nIt lets you see how the customer uses the product, lets you earn OSU or OSA incentives, or associates you with the revenue as a Business Influencer.\n\n- **Presales** can earn OSA-Sell.\n- **Usage** can earn OSU-Microsoft 365 or OSU-Business Applications, by solution area.\n- **Revenue association** earns nothing.',
  'topic.purpose.words':
    'purpose cpor claimed partner of record why benefit good explain point about osa osu sell incentive programme program insight earn osu osa association associate worth use case incentives earnings',
  // R17, R24
  'topic.filing.title': 'How do I file and submit a claim?',
  'topic.filing.text':
    'Type **new claim**. The form asks, step by step, for:\n\n- the MPN ID, and the customer’s domain and tenant ID\n- the solution area and the activity\n- a name for the claim\n- the products or workloads, twenty at most\n- contacts at the customer and at your company\n- proof of execution, at least one file\n- a comment, if you like\n\nThen you see everything once more, and submit. **Back** loses nothing, and you can stop and continue later.\n\nA claim is for one customer. File another one for the next.',
  'topic.filing.words':
    'file filing start begin create enter make new register submit steps step form information required prepare back customers several bulk guide instructions',
  // R97, R98, D13
  'topic.roles.title': 'Who at my company may do what?',
  'topic.roles.text':
    'Claims and drafts belong to the company, not to one person.\n\n- **Incentives admins** create and submit claims.\n- **Incentives, Billing and Global admins** see all claims of the company. They can comment, answer reviewers, add proof, edit, resubmit, and delete drafts.\n\nNot sure which role you have, or need another? Ask your company’s global admin.',
  'topic.roles.words':
    'role roles answer reviewer reviewers right rights permission permissions permitted allowed access who can may cant create submit billing admin admins administrator colleague colleagues coworker team others people person users company view see share',
  // R26–R32
  'topic.activity.title': 'Which activity do I choose?',
  'topic.activity.text':
    '**Business Applications**, only for purchases through Volume Licensing or Web-Direct:\n\n- **Presales**: you influenced the purchase, and want presales incentives.\n- **Usage**: you drive adoption and use, and want usage incentives.\n- **Revenue association**: you influenced the choice as a Business Influencer. It does not pay.\n\n**Microsoft 365**, bought in any way:\n\n- **Usage**: you drive adoption and use, and want usage incentives.\n\nPresales and Usage can go together in one claim. Revenue association stands alone.\n\nChoose with care: a wrong activity can cost you eligibility and earnings, and mean claiming again.',
  'topic.activity.words':
    'activity activities presales presale sales usage revenue association business influencer influence influenced solution area combine together both adoption volume licensing web direct difference between choose wrong applications microsoft 365',
  // R33–R36
  'topic.mpn.title': 'Which MPN ID do I choose?',
  'topic.mpn.text':
    'The MPN ID of the location that did the work at this customer. Each of your company’s MPN IDs is shown with the programmes it is enrolled in. The form does not show its partner type.\n\nIf it is not enrolled for the activity you choose, the form warns you. You can still file the claim; enrolment is managed in the incentives overview.\n\nChoose with care: a wrong MPN ID can cost you eligibility and earnings, and mean claiming again. Not sure which one? Ask your company’s global admin.',
  'topic.mpn.words':
    'mpn mpns mpnid partner network location office enrolled enrolment enroll enrol enrollment global admin company choose wrong fasttrack locations offices which list enroled',
  // R9, R10, R25, R37
  'topic.ids.title': 'Where do I find the domain and the tenant ID?',
  'topic.ids.text':
    'Your customer finds both in its admin centre; the page below shows where.\n\n- **Domain**: contoso, contoso.onmicrosoft.com, or any domain that is verified for the customer.\n- **Tenant ID**, also called directory ID: it looks like 1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d.\n\nThe two must belong together. If they do not match, ask your customer for the right ones.\n\nYou can paste them as you have them: the form takes the domain out of an address, and the ID out of a sentence.',
  'topic.ids.words':
    'find finding look domain domains tenant tenants directory guid id ids microsoft azure entra admin centre center portal match mismatch onmicrosoft verified',
  // R22, R44, R45
  'topic.subscription.title': 'Do I enter a product or a subscription?',
  'topic.subscription.text':
    'For Business Applications you choose products. If the customer has exactly one subscription of a product, it is taken and shown. If there are several, you are asked for the subscription ID; your customer can tell you. The form never lists a customer’s subscriptions.\n\nFor Microsoft 365 you choose workloads, and no subscription is asked for.\n\nAn approved claim shows the subscription ID of each product, and holds that subscription only. When it has ended, your claim keeps its status, but the next subscription needs a new claim.',
  'topic.subscription.words':
    'product products subscription subscriptions workload workloads several one many asked ended end ends ending expired expire expires expiry over cancelled renewed renew renewal replaced successor dynamics enter id ids need enter typed type which sales',
  // R38, R39, R41, R42, R47
  'topic.claimable.title': 'When can a subscription be claimed?',
  'topic.claimable.text':
    'When it is active or in its grace period, belongs to the customer’s tenant, and the customer has activated or provisioned the product.\n\nNot provisioned yet? That step is the customer’s. Your draft stays, and can be checked again afterwards.\n\nIf the form refuses a subscription, check with your customer that the subscription and the tenant ID are right. If that does not help, ask support.\n\n**Customers you already have**: Microsoft 365 customers must be associated again to keep OSU. Dynamics 365 and Power BI associations last until their subscriptions expire.',
  'topic.claimable.words':
    'when available subscription subscriptions active activate activated inactive grace suspended provisioned provision provisioning provisioned yet refuse refused error existing customers already again reassociate keep power bi osu form id rejects rejected invalid accepted accept says licence licences license licenses e1 e3 e5 f1 f3',
  // R3, E3
  'topic.elsewhere.title': 'What about CSP, Managed Reseller, Hosting or Surface?',
  'topic.elsewhere.text':
    'Those are co-op claims, and are handled elsewhere. A subscription bought through CSP cannot be claimed here.\n\nHere you claim Microsoft 365 workloads and Business Applications (Dynamics 365) only.',
  'topic.elsewhere.words':
    'csp cloud solution provider managed reseller hosting surface coop co-op co op azure devices elsewhere bought purchased purchase resell resold',
  // R13–R15, R21
  'topic.contacts.title': 'Whom do I name as contacts?',
  'topic.contacts.text':
    '- **Customer contact**: the person who speaks for the customer in this claim. Enter name, title, e-mail address, and the language to write in.\n- **Technical contact**: someone at the customer who knows how the product is used. Asked for with Business Applications only.\n- **Your company’s contact**: whom we can ask. Your name is filled in already; change it if a colleague is the contact.\n\nAll of these must be filled in. Contacts can be changed later, while the claim is Submitted or in Partner action required.',
  'topic.contacts.words':
    'contact contacts technical person people name title email mail address language whom whose write entered',
  // R55–R60, D9
  'topic.proof.title': 'What must the proof of execution show?',
  'topic.proof.text':
    'Every claim needs it: your own documents, such as a statement of work signed by the customer, or the template: “Get the template” at the proof step makes a Word document from your draft, for your customer to sign. Your proof must:\n\n{points}\n\nAttach files in your own chat with me: {formats} Write the claim’s number with a file, and it goes to that claim. Without it, the file goes to the claim you are attaching proof to or must answer for; where that could be more than one, I ask.\n\nAfter you submit, you can add proof while the claim is Submitted or in Partner action required, and while an approved claim is contested. Proof can be removed in Editing only.',
  'topic.proof.words':
    'proof proofs poe evidence execution document documents documentation file files attach attachment upload template statement work sow sign signed signature acknowledgment acknowledgement dates old pdf format formats size megabytes word docx powerpoint excel picture scan screenshot email mail enough accept accepted big large old',
  // D13
  'topic.drafts.title': 'What happens to a draft?',
  'topic.drafts.text':
    'What you have answered is kept as a draft until you submit it, even if you leave the form. Type **my claims** to continue with it.\n\n- After 14 days without a change you get a reminder.\n- After 90 days without a change the draft is deleted. You get a notice 7 days before.\n\nDrafts are shared by your company’s admins: any of them can take one over, or delete it.',
  'topic.drafts.words':
    'draft drafts saved save unfinished incomplete continue resume later started delete deleted deletion expire expires kept keep lost reminder remind take over lose gone',
  // R61–R68
  'topic.statuses.title': 'What do the statuses mean?',
  'topic.statuses.text':
    'A claim is always in one of six:\n\n{points}\n\nYou can look at any time: type “my claims” for all, “claim C-…” for one.',
  'topic.statuses.words':
    'status statuses state states editing submitted under review partner action required approved rejected meaning stage progress track where stand stands now',
  // R60, R86, R88, R89
  'topic.editing.title': 'What can I change after submitting?',
  'topic.editing.text':
    'While the claim is **Submitted** or in **Partner action required**, you can\n\n- change the MPN ID and the contacts,\n- add or remove products and workloads, but not remove the last one,\n- add proof and comments.\n\nEverything else is fixed: the customer, the solution area, the activity, the name.\n\nA submitted claim cannot be cancelled here. If it should not go on, tell the reviewers in a comment. A draft can be left, or deleted.',
  'topic.editing.words':
    'edit edits editing change changes changing modify update correct correction fix amend mistake wrong typo add remove after submitting submission submitted later cancel cancelling withdraw withdrawal undo revoke delete back entered',
  // R71–R78
  'topic.deadlines.title': 'How long does it take, and what are the deadlines?',
  'topic.deadlines.text':
    '- **Submitted**: the review begins within 5 business days.\n- **Under review**: 5 business days to decide. Reviewers have 10 business days in all; their clock stops while it is your turn.\n- **Partner action required**: 5 business days to answer and resubmit, or the claim is rejected.\n- **Approved**: the customer can decline for 7 days, and at least 5 business days.\n- **Rejected**: 30 days to dispute; the answer takes 5 business days at most.\n\nThe day on which something happens does not count. Business days leave out weekends and the public holidays of the review centre’s country. A deadline ends at 24:00 {zone} on its last day and is shown on the claim’s card.',
  'topic.deadlines.words':
    'deadline deadlines when long time days day business due date until wait waiting late extension extend respond response answer clock hours weeks review take takes duration holidays weekend how count counts counted weekends workdays overdue decide decision decided',
  // R46, R48–R53
  'topic.competing.title': 'What if another partner claims the same?',
  'topic.competing.text':
    'A customer can have many partners, but each workload (Microsoft 365) or subscription (Business Applications) belongs to one partner only.\n\nIf another partner has it, or claims it too, your claim goes to arbitration. Reviewers first check its details and proof, then compare the partners’ proof and choose. They may ask each partner for more.\n\nThe five business days still run, but your claim may stay Under review longer; a comment on it then says so. Who the other partner is stays confidential, and so does your proof.',
  'topic.competing.words':
    'another other partner partners competing compete competitor competition rival rivals same contested contest arbitration arbitrate conflict two both belongs taken already someone somebody else claimed share shared holder claimed owns',
  // R5–R7, R67, R92–R94
  'topic.approval.title': 'What does an approval mean, and when am I paid?',
  'topic.approval.text':
    'You are associated with the customer. **Approved does not mean paid**: whether the claim earns incentives is assessed afterwards, by the rules of the programme guide.\n\nFirst the customer can decline for seven days or a little longer; silence is consent. The claim shows Approved during that time already. Then it goes to incentive assessment, and you have access to the customer’s usage data.\n\nIn payout reports you find the claim by its tenant ID and subscription IDs: press **Copy IDs** on the approved claim.',
  'topic.approval.words':
    'approval approved approve pay paid payment payments payout payouts money earn earnings incentive incentives reports consent decline declined customer assessment usage data access after guide declines decline agree agrees consents happens',
  // R81–R91, D4
  'topic.rejection.title': 'My claim was rejected. What now?',
  'topic.rejection.text':
    'The claim’s card says why: the proof was not sufficient, the customer’s consent or claimed products were missing from it, it could not be opened, nobody answered in time, the customer declined, or your company asked for it.\n\nYou can **dispute** it within 30 days with a business justification, updated proof, or both; at most twice for one claim. The answer takes five business days at most. A claim that was rejected at your own request cannot be disputed.\n\nAfter 30 days, file a new claim with new proof.',
  'topic.rejection.words':
    'rejection rejections rejected reject refused denied declined turned down dispute disputes disputed disputing appeal objection justification reason reasons why reopen retry resubmit again wrong disagree unfair limit times reviewer',
  // R36, R41
  'topic.support.title': 'How do I reach support?',
  'topic.support.text':
    'About one of your claims: write a **comment** on it, and a reviewer answers there.\n\nIf the form refuses a domain, a tenant ID or a subscription, check it with your customer first. If that does not help, ask incentives support: the link below opens a request.\n\nAbout MPN IDs and roles: ask your company’s global admin.',
  'topic.support.words':
    'support contact reach human person someone somebody agent call phone telephone number hotline ticket request email mail talk speak problem trouble broken error work bug issue complain link',
  // Words that mark a question anywhere in a text, and words that mark one only at its start.
  'topic.asking': 'how what whats which who whom whose when where why',
  'topic.askingFirst':
    'am are can cant could did do does has have is may must shall should will would explain tell show',
  // Phrases that point to a topic only as a whole: their words occur in this order, perhaps with others between them.
  'topic.approval.phrases': 'approved mean; approval mean',
  'topic.claimable.phrases': 'expired subscription; claim subscription expired; re associate; re association',
  'topic.deadlines.phrases': 'when answer; when respond; when answer reviewer',
  'topic.mpn.phrases': 'partner number; partner id',
  'topic.rejection.phrases': 'when rejected; do rejected; if rejected',
  'topic.roles.phrases':
    'who submit; cannot submit; cant submit; cannot create; cant create; who file; cannot file; cant file',
  'topic.ignored':
    'a about actually after all also am an and any anybody anything are aren as at attached be been believe bot but by bye came can cant claim claimed claiming claims come cool could couldn couldnt customer customers day dear did didn didnt do does doesn doesnt doing don done dont each either enclosed ever every exactly for found from get gets getting give go going good got great had happen happened happens has hasn hasnt have having he hello help her here hey hi him his how i if important in info into is isn isnt it its itself just kind knew know knows la let like lot maybe me mean means mine moment morning mr much must my need needs new nice no none nor not nothing now of off often oh ok okay on once only or our ours out own particular perhaps pick please possible probably put question quite rather really right said same say see should show since so some somehow something soon sorry still such suppose sure take tell than thank thanks that the their them then there these they thing think this those though through thus to today told tomorrow too trying up us use usually very wait want wants was wasn wasnt way we well were weren what whats where whether which while who why will with won wont would wouldn wrote yeah yes yesterday yet you your yours',
} as const;
