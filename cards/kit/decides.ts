import type { Action } from './verbs.ts';

type Verb = Action['verb'];
type Actions = { readonly [V in Verb]: Extract<Action, { verb: V }> };

/** Whether a press on it decides, sends or deletes something (D15); for some buttons their other data says so. */
const deciding: { readonly [V in Verb]: boolean | ((action: Actions[V]) => boolean) } = {
  'claim.submit': true,
  'claim.comment': true,
  'claim.resubmit': true,
  'claim.saveEdit': true,
  'review.requestInformation': true,
  'review.approve': ({ confirmed }) => confirmed === true,
  'review.reject': ({ confirmed }) => confirmed === true,
  'draft.delete': ({ confirmed }) => confirmed === true,
  'proof.remove': ({ confirmed }) => confirmed === true,
  'file.add': true,
  'file.discard': true,
  'channel.move': true,
  'channel.keep': true,

  'claim.new': false,
  'claim.resume': false,
  'claim.next': false,
  'claim.back': false,
  'claim.goTo': false,
  'claim.list': false,
  'claim.filter': false,
  'claim.open': false,
  'claim.copy': false,
  'claim.edit': false,
  'claim.leaveEdit': false,
  'claim.history': false,
  'claim.copyIds': false,
  'draft.takeOver': false,
  'proof.open': false,
  'proof.template': false,
  'file.ask': false,
  'file.newClaim': false,
  'review.queue': false,
  'review.start': false,
  'review.takeOver': false,
  'contest.open': false,
  'help.open': false,
};

/** Whether this press decides, sends or deletes something, so that its button stands in the right lane. */
export const decides = (action: Action): boolean => lookUp(action.verb, action);

function lookUp<V extends Verb>(verb: V, action: Actions[V]): boolean {
  const known = deciding[verb];
  return typeof known === 'function' ? known(action) : known;
}
