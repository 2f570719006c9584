import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Activity,
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';

/** The card that `card` sends: two inputs and one button for each way in which a bot can answer a press. */
export const formCard = (title: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: title, weight: 'bolder', size: 'large', wrap: true },
    {
      type: 'Input.Text',
      id: 'claimName',
      label: 'Claim name',
      isRequired: true,
      errorMessage: 'A name is needed.',
    },
    { type: 'Input.Text', id: 'comment', label: 'Comment', isMultiline: true },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Send',
      verb: 'send',
      style: 'positive',
      data: { number: 'C-7F3K-9Q2M' },
    },
    ...['say', 'refuse', 'throw'].map((verb) => ({
      type: 'Action.Execute',
      title: verb,
      verb,
      associatedInputs: 'none',
    })),
    { type: 'Action.Submit', title: 'submit', data: { verb: 'submitted' } },
  ],
});

const textCard = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
});

const invokeBody = (verb: string, data: Record<string, unknown>) => {
  if (verb === 'say') {
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted.' };
  }
  if (verb === 'refuse')
    return { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'Bad' } };
  const value = textCard(`Thank you for ${String(data.claimName)}, ${String(data.number)}`);
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
};

/** A bot on the real CloudAdapter that follows typed commands; authentication is off. */
export const startEchoBot = async () => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const received: Activity[] = [];
  let newestCard = '';

  const onInvoke = async (context: TurnContext) => {
    if (context.activity.name === 'fileConsent/invoke') {
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
      return;
    }
    const { action } = context.activity.value as { action: { verb: string; data: Record<string, unknown> } };
    if (action.verb === 'throw') throw new Error('The echo bot was told to fail.');
    await context.sendActivity({
      type: ActivityTypes.InvokeResponse,
      value: { status: 200, body: invokeBody(action.verb, action.data) },
    });
  };

  const commands: Record<string, (context: TurnContext, rest: string) => Promise<unknown>> = {
    async card(context, rest) {
      const sent = await context.sendActivity(
        MessageFactory.attachment(CardFactory.adaptiveCard(formCard(rest))),
      );
      newestCard = sent?.id ?? '';
    },
    update: (context, rest) =>
      context.updateActivity({
        ...MessageFactory.attachment(CardFactory.adaptiveCard(formCard(rest))),
        id: newestCard,
      }),
    delete: (context) => context.deleteActivity(newestCard),
    typing: (context) => context.sendActivity({ type: ActivityTypes.Typing }),
    async members(context) {
      const { members } = await TeamsInfo.getPagedMembers(context);
      await context.sendActivity(members.map(({ name }) => name).join(', '));
    },
    async fail() {
      throw new Error('The echo bot was told to fail.');
    },
    async alert(context, userId) {
      await proactively(context.activity, { members: [{ id: userId, name: '' }] }, async (other) => {
        const card = MessageFactory.attachment(
          CardFactory.adaptiveCard(textCard('Reviewers ask for **more**.')),
        );
        await other.sendActivity({ ...card, summary: 'Action required: C-7F3K-9Q2M' });
      });
    },
    async alertFirst(context, userId) {
      await commands.alert?.(context, userId);
      await context.sendActivity('This is the answer.');
    },
    async thread(context, channelId) {
      const activity = { ...MessageFactory.text('A new thread'), summary: 'New claim' };
      await proactively(
        context.activity,
        { channelData: { channel: { id: channelId } }, activity },
        (thread) => thread.sendActivity('A reply in it'),
      );
    },
  };

  const proactively = (from: Activity, parameters: object, go: (context: TurnContext) => Promise<unknown>) =>
    adapter.createConversationAsync(
      '',
      'msteams',
      from.serviceUrl,
      '',
      { isGroup: false, bot: from.recipient, ...parameters } as never,
      async (context) => void (await go(context)),
    );

  const onFile = async (context: TurnContext, downloadUrl: string, name: string) => {
    const bytes = await (await fetch(downloadUrl)).arrayBuffer();
    await context.sendActivity(`Received ${name}, ${bytes.byteLength} bytes`);
  };

  const onMessage = async (context: TurnContext) => {
    const { text, value, attachments } = context.activity;
    const file = attachments?.find((each) => each.contentType.endsWith('file.download.info'));
    if (file) return onFile(context, (file.content as { downloadUrl: string }).downloadUrl, file.name ?? '');
    if (value) return context.sendActivity(`Submitted ${JSON.stringify(value)}`);
    const [word = '', ...rest] = (text ?? '')
      .replace(/<at>.*<\/at>/, '')
      .trim()
      .split(' ');
    const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
    return command ? command(context, rest.join(' ')) : context.sendActivity(`You said: ${text}`);
  };

  const turn = async (context: TurnContext) => {
    received.push(context.activity);
    if (context.activity.type === ActivityTypes.Invoke) await onInvoke(context);
    if (context.activity.type === ActivityTypes.Message) await onMessage(context);
  };

  adapter.onTurnError = async (_, error) => {
    throw error;
  };

  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const { method, headers } = request;
    await adapter
      .process(
        { method: method ?? '', headers, body: body as Record<string, unknown> },
        asResponse(response),
        turn,
      )
      .catch(() => {
        // Not chained: restify, where it is loaded, makes writeHead return nothing.
        response.statusCode = 500;
        response.end();
      });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    received,
    last: () => received.at(-1),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** What botbuilder expects of a web framework's response. */
const asResponse = (response: ServerResponse) => ({
  socket: response.socket,
  header: (name: string, value: unknown) => response.setHeader(name, String(value)),
  status: (code: number) => {
    response.statusCode = code;
  },
  send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
  end: () => response.end(),
});
