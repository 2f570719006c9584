import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readActivity } from '../../../tools/replay/readActivity.ts';
import { runActivity } from '../../../tools/replay/runActivity.ts';
import { untilAlertsAreSent } from '../../kill/afterTheKill.ts';
import { chatPerson } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { freePort, startLocalProcess } from '../../support/localProcess.ts';
import { nodeFlags } from '../../support/nodeFlags.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';
import { embeddedIn, lookInto } from '../../support/whatIsStored.ts';

const root = join(import.meta.dirname, '../../..');
const recorded = (name: string) => join('docs', 'activities', `${name}.json`);

/** `npm run replay -- …` without npm. */
function replay(...args: string[]) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [...nodeFlags, 'tools/replay/main.ts', ...args],
      { cwd: root },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

describe('When a recorded activity is replayed', function () {
  this.timeout(60_000);
  const temporary = temporaryDirectory();
  const written = (name: string, text: string) => {
    const file = join(temporary.path, name);
    writeFileSync(file, text);
    return file;
  };

  after(() => temporary.remove());

  it('prints the card that “new claim” brings', async () => {
    const { code, stdout, stderr } = await replay(recorded('newClaim'));
    equal(stderr, '');
    equal(code, 0);
    match(stdout, /The bot sends a message/);
    match(stdout, /Who is the customer\?/);
    match(stdout, /Customer domain: \[\]/);
    match(stdout, /<Next>/);
    match(stdout, /The bot answered HTTP 200\.\n$/);
  });

  it('prints the answer to a press, and its card that is brought up to date', async () => {
    const { code, stdout } = await replay(recorded('press'));
    equal(code, 0);
    match(stdout, /The bot updates a message/);
    match(stdout, /The bot answered the press, HTTP 200:\n(.*\n)*.*What did you do for them\?/);
  });

  it('prints all of it as JSON with --json', async () => {
    const { code, stdout } = await replay(recorded('newClaim'), '--json');
    equal(code, 0);
    const { status, sent } = JSON.parse(stdout) as { status: number; sent: { body: { type: string } }[] };
    deepEqual([status, sent.length, sent[0]?.body.type], [200, 1, 'message']);
  });

  it('prints why the bot does not take it', async () => {
    const { code, stdout } = await replay(written('other.json', '{"type": "message"}'));
    equal(code, 1);
    match(stdout, /^The bot refused it with HTTP 400: This is no activity: .*conversation/);
  });

  it('says what is wrong with the file or the arguments, in a sentence', async () => {
    const missing = join(temporary.path, 'missing.json');
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[missing], /^There is no file .*missing\.json\.\n$/],
      [[written('broken.json', '{"type":')], /^.*broken\.json is not JSON: /],
      [[written('list.json', '[]')], /holds no activity: one JSON object is needed/],
      [[temporary.path], /cannot be read/],
      [[recorded('press'), '--data', temporary.path], /^There are no claims in /],
      [[], /^Usage: npm run replay/],
    ];
    const outcomes = await Promise.all(cases.map(([args]) => replay(...args)));
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      equal(code, 1);
      equal(stdout, '');
      match(stderr, cases[index]?.[1] ?? /never/);
      equal(/\n {4}at /.test(stderr), false, stderr);
    }
  });

  it('with --data, works on a copy: neither the claims nor the page see anything of it', async () => {
    const port = String(await freePort());
    const program = await startLocalProcess({ dataRoot: temporary.path, args: ['--port', port] });
    try {
      const ana = chatPerson(program.address, 'ana');
      const number = await fileClaim(ana);
      const folder = join(temporary.path, port);
      const before = [
        await ana.messages(),
        await lookInto(embeddedIn(folder), (stored) => stored.everything()),
      ];

      const said = { ...(await readActivity(join(root, recorded('newClaim')))), text: `claim ${number}` };
      const { sent } = await runActivity(said, { folder });
      ok(JSON.stringify(sent).includes('Submitted: now with the reviewers'));
      const press = await readActivity(join(root, recorded('press')));
      match(JSON.stringify((await runActivity(press, { folder })).answer), /What did you do for them\?/);
      deepEqual(
        [await ana.messages(), await lookInto(embeddedIn(folder), (stored) => stored.everything())],
        before,
      );
    } finally {
      await program.kill();
    }
  });

  it('an activity that sends an alert prints it too', async () => {
    const temporaryData = temporaryDirectory();
    const port = String(await freePort());
    const program = await startLocalProcess({ dataRoot: temporaryData.path, args: ['--port', port] });
    const number = await fileClaim(chatPerson(program.address, 'ana'));
    const folder = join(temporaryData.path, port);
    await untilAlertsAreSent(embeddedIn(folder), number);
    await program.kill();
    const [claim] = await lookInto(embeddedIn(folder), (stored) => stored.claims());
    const press = await readActivity(join(root, recorded('press')));
    const data = { verb: 'claim.comment', number, version: claim?.version, comment: 'We are there.' };
    await lookInto(embeddedIn(folder), (_stored, store) =>
      store.batch('lease:dispatcher', [{ kind: 'delete', pk: 'lease:dispatcher', id: 'lease' }]),
    );
    const { sent } = await runActivity(
      { ...press, value: { action: { type: 'Action.Execute', verb: data.verb, data } } },
      { folder },
    );
    ok(
      sent.some(
        ({ path, body }) => path.includes('thread') && JSON.stringify(body).includes('We are there.'),
      ),
    );
    temporaryData.remove();
  });
});
