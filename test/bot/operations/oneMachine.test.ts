import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { pressOfRita, wordOfRita } from '../../support/botWithRegistration.ts';
import { runProduction } from '../../support/productionProgram.ts';
import { registration as bot, startSurroundings } from '../../support/productionSurroundings.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';
import { until } from '../../support/until.ts';

describe('When production runs on one machine, its tokens from addresses in the settings', function () {
  this.timeout(60_000);
  const directory = temporaryDirectory();
  let around: Awaited<ReturnType<typeof startSurroundings>>;
  let program: ReturnType<typeof runProduction>;
  let address = '';

  before(async () => {
    around = await startSurroundings(directory.path);
    program = runProduction(around.settings);
    address = `http://127.0.0.1:${await program.port}/api/messages`;
  });
  after(async () => {
    await program?.stop();
    await around?.stop();
    directory.remove();
  });

  const claims = () => ({ aud: bot.appId, serviceurl: around.connector.address });
  async function post(token: string, activity: object = pressOfRita(around.connector.address)) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(activity) });
    return { status: response.status, body: await response.text() };
  }

  it('a word is answered at the service in the settings, with the token of the authority in the settings', async () => {
    const { status } = await post(around.issuer.token(claims()), wordOfRita(around.connector.address));
    equal(status, 200);
    const [answer] = around.connector.heard.filter(({ body }) => body.includes('AdaptiveCard'));
    equal(answer?.authorization, `Bearer ${around.ownToken}`);
    match(answer?.path ?? '', /^\/v3\/conversations\/a:rita\/activities/);
    deepEqual(
      around.authority.asked.filter((path) => path.endsWith('/token')),
      [`/${bot.tenantId}/oauth2/v2.0/token`],
    );
  });

  it('a press is answered too', async () => {
    const { status, body } = await post(around.issuer.token(claims()));
    equal(status, 200);
    match(body, /AdaptiveCard/);
  });

  it('nobody else gets in: 401 to a forgery, to the name of a cloud, and from another service', async () => {
    const { issuer } = around;
    equal((await post(issuer.forged(claims()))).status, 401);
    equal((await post(issuer.unsigned(claims()))).status, 401);
    equal((await post(issuer.token({ ...claims(), iss: 'https://api.botframework.com' }))).status, 401);
    for (const serviceurl of ['https://smba.trafficmanager.net/emea/', 'http://127.0.0.1:9'])
      equal((await post(issuer.token({ ...claims(), serviceurl }), pressOfRita(serviceurl))).status, 401);
  });

  it('each of them is a line of the kind security, with a correlation ID of its own', async () => {
    const refused = () =>
      program.logged().match(/"correlation":"\w+","kind":"security".*"outcome":"forged"/g);
    // What a program prints comes here a little later.
    await until(async () => (refused()?.length ?? 0) >= 5, 'five lines');
    equal(new Set(refused()).size, 5);
  });

  it('the log says that these are not the tokens of a cloud, and no secret', () => {
    match(program.logged(), /"keys":"127\.0\.0\.1:\d+","msg":"tokens are not those of a cloud"/);
    doesNotMatch(program.logged(), /eyJ|Bearer |AccountKey|the-password-of-the-app|Rita|@fabrikam/);
    const { COSMOS_KEY, BLOB_KEY } = around.settings;
    for (const key of [COSMOS_KEY, BLOB_KEY]) equal(program.logged().includes(key), false);
  });
});
