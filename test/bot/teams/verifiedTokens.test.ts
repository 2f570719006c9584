import assert from 'node:assert/strict';
import { type TokenProblem, tokenProblem } from '../../../bot/teams/authentication.ts';
import { onlyLoopback, servicesAt } from '../../../bot/teams/serviceHosts.ts';

const teams = 'https://smba.trafficmanager.net/emea/';
type Claims = Readonly<Record<string, unknown>>;

describe('When a verified token is looked at (each rule by itself)', () => {
  const now = new Date('2026-11-23T18:00:00Z');
  const at = (hours: number) => now.getTime() / 1000 + hours * 3600;
  const right = { iss: 'https://api.botframework.com', serviceurl: teams, exp: at(1) };
  const table: readonly (readonly [string, Claims, string, TokenProblem | undefined])[] = [
    ['as Teams makes it', right, teams, undefined],
    ['25 hours away', { ...right, exp: at(25) }, teams, undefined],
    ['a second more', { ...right, exp: at(25) + 1 }, teams, 'lifetime'],
    ['no end', { ...right, exp: undefined }, teams, 'claims missing'],
    ['no service URL', { ...right, serviceurl: undefined }, teams, 'claims missing'],
    ['another issuer', { ...right, iss: 'https://api.botframework.us' }, teams, 'issuer'],
    ['a slash less', right, teams.slice(0, -1), 'service URL'],
    ['a slash more', right, `${teams}/`, 'service URL'],
    ['another path', right, 'https://smba.trafficmanager.net/amer/', 'service URL'],
    ['another case', right, 'https://smba.trafficmanager.net/EMEA/', 'service URL'],
    ['no address in the activity', right, '', 'service URL'],
    [
      'both at a foreign host',
      { ...right, serviceurl: 'https://a.example/' },
      'https://a.example/',
      'service host',
    ],
  ];
  for (const [what, claims, serviceUrl, why] of table)
    it(`${what}: ${why ?? 'right'}`, () => {
      const isService = servicesAt(['smba.trafficmanager.net']);
      assert.equal(
        tokenProblem(claims, serviceUrl, { issuer: 'https://api.botframework.com', isService, now }),
        why,
      );
    });
});

describe('When an address is taken for one of Teams’ services', () => {
  const isService = servicesAt(['smba.trafficmanager.net', '127.0.0.1:3978']);
  const table: readonly (readonly [address: string, isTeams: boolean, isHere: boolean])[] = [
    [teams, true, false],
    ['https://smba.trafficmanager.net', true, false],
    ['https://smba.trafficmanager.net/', true, false],
    ['http://127.0.0.1:3978', true, true],
    ['http://127.0.0.1:3978/', true, true],
    ['http://127.0.0.1:3979/', false, true],
    ['http://localhost:3978/', false, true],
    ['http://[::1]/', false, true],
    ['https://127.0.0.1:3978/', false, false],
    ['http://127.0.0.1.evil.example/', false, false],
    ['http://127.0.0.1:80@evil.example/', false, false],
    ['http://localhost@evil.example/', false, false],
    ['http://localhost.evil.example/', false, false],
    ['http://evil.example/127.0.0.1/', false, false],
    ['http://smba.trafficmanager.net/', false, false],
    ['HTTPS://smba.trafficmanager.net/', false, false],
    [' https://smba.trafficmanager.net/', false, false],
    ['https:\\\\smba.trafficmanager.net\\', false, false],
    ['https://smba.trafficmanager.net\\@evil.example/', false, false],
    ['https://smba.trafficmanager.net?evil', false, false],
    ['https://a.smba.trafficmanager.net/', false, false],
    ['https://trafficmanager.net/', false, false],
    ['', false, false],
  ];
  for (const [address, isTeams, isHere] of table)
    it(`${address || 'none'}: ${isTeams ? 'yes' : 'no'}, and ${isHere ? '' : 'not '}on this machine`, () => {
      assert.deepEqual([isService(address), onlyLoopback(address)], [isTeams, isHere]);
    });

  it('no hosts, no service', () => assert.equal(servicesAt([])(teams), false));
});
