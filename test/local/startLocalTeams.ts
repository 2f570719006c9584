import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, Person } from '../../local/teams/people.ts';
import { createTeams } from '../../local/teams/teams.ts';

const fabrikam = '11111111-1111-4111-8111-111111111111';
const northwind = '22222222-2222-4222-8222-222222222222';
const microsoft = '33333333-3333-4333-8333-333333333333';

export const ana: Person = {
  id: 'ana',
  name: 'Ana Duarte',
  tenantId: fabrikam,
  objectId: 'aaaaaaaa-0000-4000-8000-000000000001',
  role: 'Incentives admin · Fabrikam Consulting',
  email: 'ana@fabrikam.example',
};
export const nils: Person = {
  id: 'nils',
  name: 'Nils Berg',
  tenantId: northwind,
  objectId: 'aaaaaaaa-0000-4000-8000-000000000002',
  role: 'Incentives admin · Northwind Cloud',
  locale: 'sv-SE',
};
export const rosa: Person = {
  id: 'rosa',
  name: 'Rosa Marin',
  tenantId: microsoft,
  objectId: 'aaaaaaaa-0000-4000-8000-000000000003',
  role: 'Reviewer · Incentives operations',
};
export const reviewers: Channel = {
  id: '19:reviewers@thread.tacv2',
  name: 'Reviewers',
  teamId: '19:claims@thread.tacv2',
  teamName: 'CPOR claims',
  tenantId: microsoft,
  members: ['rosa'],
};

/** The stand-in over real HTTP on a port of its own. The same `folder` again is a restart. */
export const startLocalTeams = async ({
  botEndpoint,
  folder = mkdtempSync(join(tmpdir(), 'local-teams-')),
  botTimeout = 5_000,
}: {
  readonly botEndpoint: string;
  readonly folder?: string;
  readonly botTimeout?: number;
}) => {
  const server = createServer((request, response) => {
    // Not chained: restify, where it is loaded, makes writeHead return nothing.
    const fail = (status: number, text = '') => {
      response.statusCode = status;
      response.end(text);
    };
    teams.handle(request, response).then(
      (own) => own || fail(404),
      (error) => fail(500, String(error)),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const teams = createTeams({
    people: [ana, nils, rosa],
    channels: [reviewers],
    file: join(folder, 'teams.db'),
    botEndpoint,
    baseUrl,
    botId: 'cpor-claims',
    botName: 'CPOR Claims',
    botTimeout,
  });
  await teams.start();
  return {
    baseUrl,
    folder,
    async close() {
      teams.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
