import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import { ActivityTypes } from 'botbuilder';
import type { AppDependencies } from './appDependencies.ts';
import { onActionExecute } from './onActionExecute.ts';
import { onActionSubmit } from './onActionSubmit.ts';
import { isFileConsent, onFileConsent } from './onFileConsent.ts';
import { onInstallationUpdate } from './onInstallationUpdate.ts';
import { onMembersAdded } from './onMembersAdded.ts';
import { onMessage } from './onMessage.ts';
import { onOtherInvoke } from './onOtherInvoke.ts';
import { isRefresh, onRefresh } from './onRefresh.ts';

/** The router: passes each kind of activity to the file named after it. */
export function createApp(dependencies: AppDependencies): Application<TurnState> {
  // Without a storage, the SDK reads and saves no state: `openDialogs` does both. The SDK's typing timer is shared between
  // conversations, and would leave one showing "typing" for ever.
  const app = new Application<TurnState>({
    adapter: dependencies.adapter,
    startTypingTimer: false,
    // The SDK removes only one mention and fails on malformed ones; `textOf` handles all of them.
    removeRecipientMention: false,
  });

  // First of all routes: a request that Teams makes by itself writes nothing, not even where a person can be reached.
  for (const isInvoke of [true, false])
    app.addRoute(isRefresh, (context) => onRefresh(context, dependencies), isInvoke);
  app.addRoute(isFileConsent, (context) => onFileConsent(context, dependencies), true);
  app.conversationUpdate('membersAdded', (context) => onMembersAdded(context, dependencies));
  app.activity(ActivityTypes.InstallationUpdate, (context) => onInstallationUpdate(context, dependencies));
  app.adaptiveCards.actionExecute(anything, async (context) => {
    await onActionExecute(context, dependencies);
    // The handler has already answered; this text would be sent only if it had not.
    return '';
  });
  app.adaptiveCards.actionSubmit(anything, (context) => onActionSubmit(context, dependencies));
  app.activity(ActivityTypes.Message, (context) => onMessage(context, dependencies));
  app.activity(ActivityTypes.Invoke, (context) => onOtherInvoke(context, dependencies));
  return app;
}

const anything = /[\s\S]*/;
