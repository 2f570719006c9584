/** Why something was not done and what to do next; what is wrong with a field and what right looks like. */
export const refusals = {
  'refusal.unknownPerson': 'I do not know you yet. Ask your company’s global admin to add you.',
  'refusal.notAllowed': 'Your role does not allow this. Ask an Incentives admin of your company.',
  'refusal.notAllowedAsk': 'Your role does not allow this. Ask an Incentives admin of your company: {names}.',
  'refusal.notAllowedFile':
    'Reviewers do not file claims: partners do. Type “review queue” to see what is waiting.',
  'refusal.notAllowedReview': 'Only a reviewer can do this.',
  'refusal.notFound': 'There is no such claim that you can see. Check the number.',
  'refusal.notFoundPartner':
    'There is no such claim that you can see. Check the number, or type “my claims”.',
  'refusal.notFoundReviewer':
    'There is no such claim that you can see. Check the number, or type “review queue”.',
  'refusal.tooManyDrafts':
    'You have {most} open drafts, which is the most that I keep for one person. Submit or delete some first.',
  'refusal.tooManyDraftsOfCompany':
    'Your company has {most} open drafts, which is the most that I keep for one company. Submit or delete some first.',
  'refusal.tooManyWaitingFiles':
    '{most} files of yours are already waiting for a claim. Say first which claim they are for, or delete them.',
  'refusal.tooManyWaitingFilesOfCompany':
    '{most} files of your company are already waiting for a claim. Say first which claims they are for, or delete them.',
  'refusal.draftDeleted': 'Draft {number} was deleted on {day}: nobody had changed it for 90 days.',
  'refusal.draftDeletedBy': '{name} deleted draft {number} on {day}.',
  'refusal.draftDeletedOwn': 'You deleted draft {number} on {day}.',
  'refusal.wrongStatus':
    'This is not possible while the claim is “{status}”. The card shows what is possible now.',
  'refusal.changedMeanwhile': 'The claim has changed since this card was made. Here is how it stands now.',
  'refusal.alreadySubmitted': 'This claim has already been submitted. Here is how it stands now.',
  'refusal.reviewIsYours': 'This review is yours already.',
  'refusal.incomplete':
    'Something is missing, or has changed in the meantime. Correct what is marked below, then submit again.',
  'refusal.customerUnchecked':
    'The claim was not submitted: we could not check just now whether the domain and the tenant ID match. Nothing is lost; the draft is kept.',
  'refusal.proofMissing':
    'Proof of execution is missing. Attach at least one file in this chat, then submit again.',
  'refusal.answerMissing':
    'Nothing new has been sent yet. Write an answer, attach a file or edit the claim, then resubmit.',
  'refusal.competingBlocks':
    'Only one partner can be approved for a product or workload, and a decision on {numbers} is open too. Reject one of them first.',
  'refusal.competingHolds':
    'Another partner has been approved for the same product or workload ({numbers}), and only one can hold it. This claim cannot be approved while that one stands.',
  'refusal.approvalUnconfirmed': 'Nothing is approved yet. Look at what is approved, then confirm.',
  'refusal.tooLate': 'The time for this has passed: it was possible until {deadline}.',
  'refusal.fieldErrors': 'Please correct what is marked below.',
  'refusal.fileTooLarge':
    'The file is too large: at most {limitMiB} MB. Make it smaller, or split it, and attach it again.',
  'refusal.fileEmpty': 'The file is empty. Check it, and attach it again.',
  'refusal.fileTypeUnknown':
    'This kind of file is not accepted. Attach pdf, docx, xlsx, pptx, msg, png, jpg or tiff.',
  'refusal.fileNameDiffers':
    'Its content is {kind}, but its name ends in “.{ending}”. Check that it is the right file, rename it to end in “.{kind}”, and attach it again.',
  'refusal.fileNameWithoutEnding':
    'Its content is {kind}, but its name does not say so. Rename it to end in “.{kind}”, and attach it again.',
  'refusal.fileContentDiffers':
    'Its name ends in “.{ending}”, but inside it is {kind}. Attach pdf, docx, xlsx, pptx, msg, png, jpg or tiff.',
  'refusal.fileContentUnknown':
    'Its name ends in “.{ending}”, but inside it is something else, or damaged. Open it to check, and attach it again.',
  'refusal.fileProtected':
    'It is protected with a password or a sensitivity label, so reviewers could not open it. Remove the protection, and attach it again.',
  'refusal.fileTwice': 'The same file is already attached, as {name}.',
  'refusal.fileAdded': '{file} is already added to {number}.',
  'refusal.fileDiscarded': '{file} has been deleted. Attach it again if you need it.',
  'refusal.fileGone':
    'This file is no longer kept: a file without a claim is kept for one day. Please attach it again.',
  'refusal.fileCount': 'A claim can have {limit} files at most. Put several documents into one file.',
  'refusal.fileUnreachable': 'The file could not be fetched from the chat. Please attach it again.',
  'refusal.notSaved': 'This was not saved because others were working on the same claim. Please press again.',

  'error.required': 'Please fill this in.',
  'error.requiredChoice': 'Please choose.',
  'error.tooLong': 'Too long: {length} characters. At most {limit} are allowed.',
  'error.notAGuid':
    'This is not a valid ID. An ID looks like 1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d: 32 digits and letters a–f with four hyphens.',
  'error.notADomain':
    'This is not a domain. A domain looks like contoso, contoso.com or contoso.onmicrosoft.com.',
  'error.microsoftPage':
    'This is the address of a Microsoft page, not the customer’s domain. The domain looks like contoso.com or contoso.onmicrosoft.com.',
  'error.severalIds':
    'There is more than one ID here, or part of another one. Keep only the ID that is asked for.',
  'error.severalDomains':
    'There is more than one domain here. Keep only one domain of this customer, like contoso.com.',
  'error.severalEmails': 'There is more than one e-mail address here. Keep only one, like ann@contoso.com.',
  'error.notAnEmail': 'This is not an e-mail address. An address looks like ann@contoso.com.',
  'error.emailWithoutHost': 'The part after “@” is not complete. An address looks like ann@contoso.com.',
  'error.notOffered': 'This is not one of the choices. Please choose from the list.',
  'error.chosenTwice': 'Something is chosen twice here. Please choose each only once.',
  'error.notYourMpnId': 'This MPN ID is not one of your company’s. Please choose from the list.',
  'error.activityNotInArea':
    'This activity does not exist in the chosen solution area. For Microsoft 365 only Usage is possible.',
  'error.revenueAssociationAlone':
    'Revenue association stands alone. Choose it, or choose Presales, Usage or both.',
  'error.answerMissing':
    'Write an answer, attach a file in this chat or edit the claim before you send it back.',
  'error.tooMany': 'Too many: at most {limit} are allowed in one claim. File a second claim for the others.',
  'error.subscriptionNeeded':
    'The subscription ID is needed here. Ask your customer for it; it looks like 1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d.',
  'error.domainAndTenantDiffer':
    'Domain and tenant ID do not match. Contact your customer for the right details.',
  'error.domainUnknown':
    'Domain and tenant ID do not match: no tenant has this domain. Try the part after the “@” in the customer’s e-mail addresses, like contoso.com. Contact your customer for the right details.',
  'error.tenantUnavailable':
    'We could not check just now whether the domain and the tenant ID match, because Microsoft’s sign-in service did not answer. Nothing is lost: press “Check again” in a moment.',
  'error.productNotOnTenant': 'This product is not on the customer’s tenant.',
  'error.notThisCustomers':
    'This is not a subscription ID of this customer. A subscription ID looks like 1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d.',
  'error.notForDynamics': 'This subscription is not for Dynamics 365.',
  'error.boughtThroughCsp':
    'This subscription was bought through CSP. Claims for CSP are co-op claims, which are handled elsewhere.',
  'error.otherChannel':
    'This subscription was not bought through Volume Licensing or Web-Direct, so it cannot be claimed.',
  'error.notActive': 'This subscription is neither active nor in its grace period.',
  'error.notProvisioned':
    'The customer has not activated or provisioned this product yet. That step is the customer’s. What you have typed stays: press “Check again” when it is done.',
  'error.alreadyClaimed':
    'This has already been claimed: your company’s claim {number} is for {activity} too. Remove it from this claim, or continue with that one.',
  'error.arbitrationNeeded':
    'This has already been claimed. Tick it to send it to arbitration, or remove it from the claim.',
  'error.askCustomerIds':
    'Check the domain and the tenant ID with your customer. If that does not help, [ask incentives support]({url}).',
  'error.askCustomer':
    'Check the subscription and the tenant ID with your customer. If that does not help, [ask incentives support]({url}).',
} as const;
