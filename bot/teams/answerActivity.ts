import type { CloudAdapter, Request, TurnContext } from 'botbuilder';
import { KeysUnavailableError } from './signingKeys.ts';

/** How a request is answered. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

const keysUnavailable = new KeysUnavailableError().message;

/**
 * Runs an activity through the SDK. The SDK answers an unexpected error with its message, such as the name of a host;
 * here nobody outside reads more than a neutral sentence.
 */
export async function answerActivity(
  adapter: CloudAdapter,
  request: Request,
  run: (context: TurnContext) => Promise<unknown>,
): Promise<HttpAnswer> {
  let answered: HttpAnswer = { status: 200, body: undefined };
  // What the SDK uses of a response.
  const response = {
    socket: undefined,
    header: () => undefined,
    end: () => undefined,
    status: (status: number) => {
      answered = { ...answered, status };
    },
    send: (body: unknown) => {
      answered = { ...answered, body };
    },
  };
  await adapter.process(request, response, async (context) => {
    await run(context);
  });
  return neutral(answered);
}

function neutral(answer: HttpAnswer): HttpAnswer {
  if (answer.body === keysUnavailable) return { status: 503, body: { error: keysUnavailable } };
  // 501: an invoke that nobody handles.
  if (answer.status !== 500) return answer;
  return { status: 500, body: { error: 'Something went wrong on our side.' } };
}
