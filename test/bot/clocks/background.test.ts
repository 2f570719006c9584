import assert from 'node:assert/strict';
import { createBackground } from '../../../bot/background.ts';
import { createLogger } from '../../../bot/logger.ts';
import { nextDue } from '../../../local/clock/nextDue.ts';
import type { Reached } from '../../../local/teams/views.ts';
import { createCalendar } from '../../../services/calendar/calendar.ts';
import { createDueReader } from '../../../services/claims/background/dueReader.ts';
import { dueWork } from '../../../services/claims/background/dueWork.ts';
import { draftId, partnerPartition } from '../../../services/claims/documents.ts';
import { uploadId } from '../../../services/claims/proof/uploadDocuments.ts';
import { createUploads } from '../../../services/claims/proof/uploads.ts';
import { createDirectory } from '../../../services/directory/directoryService.ts';
import type { Claim, SubmittedClaim } from '../../../services/domain/claim.ts';
import { createBacklogWatch } from '../../../services/outbox/backlog.ts';
import { createDispatcher } from '../../../services/outbox/dispatcher.ts';
import { createDispatchLoop } from '../../../services/outbox/dispatchLoop.ts';
import { createLease } from '../../../services/outbox/lease.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { fakeDeliver } from '../../support/fakeDeliver.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { aSentFile, memoryFiles } from '../../support/memoryFiles.ts';

const ana = fromDemo('Ana Ruiz');
const rita = fromDemo('Rita Svensson');
const calendar = createCalendar();

/** The bot's services with its background, on a clock that is moved by hand. */
async function aProgram() {
  const world = await memoryClaims();
  const { store, claims, now } = world;
  const files = memoryFiles();
  const uploads = createUploads({ store, files, claims, now });
  const teams = fakeDeliver();
  const dispatcher = createDispatcher({
    store,
    directory: createDirectory(store, { now }),
    readersOf: claims.presentReaders,
    lease: createLease({ store, name: 'dispatcher', owner: 'one', holdMs: 8000, now }),
    deliver: teams.deliver,
    now,
    onError: assert.fail,
  });
  const dispatchLoop = createDispatchLoop({
    dispatcher,
    pollMs: 2000,
    onError: (error) => assert.fail(String(error)),
  });
  const logger = createLogger('silent');
  const backlog = createBacklogWatch({ store, now, lateAfterMs: 900_000, onLate: () => undefined });
  const context = { store, claims, uploads, calendar, now, dispatchLoop, backlog, logger };
  const { catchUp } = createBackground(context);
  const goTo = (instant: string) => world.tick(Date.parse(instant) - now().getTime());
  return { ...world, files, uploads, teams, catchUp, goTo };
}

type Program = Awaited<ReturnType<typeof aProgram>>;

/** Something of one kind that is going to be due. */
interface Example {
  readonly due: string;
  /** What has changed once it has been acted on. */
  readonly stands: () => Promise<unknown>;
  /** What "Next deadline" stops at, and when, if not at that instant itself. */
  readonly seen?: { readonly what: Reached['what']; readonly at?: string };
}

/** For each row one of its kind: a row without one does not compile. */
const examples: Readonly<Record<keyof typeof dueWork, (program: Program) => Promise<Example>>> = {
  claimTimers: async (program) => {
    const number = await askedForMore(program);
    const stands = async () => (await claimOf(program, number)).dueAt;
    return { due: (await stands()) ?? '', stands, seen: { what: 'reminder' } };
  },
  alerts: async (program) => {
    await askedForMore(program);
    program.goTo('2026-11-29T20:00:00.000Z');
    await program.catchUp();
    program.teams.take();
    const stands = async () => [...program.teams.attempts];
    return { due: '2026-11-30T17:00:00.000Z', stands, seen: { what: 'reminder' } };
  },
  reviewDeadlines: async (program) => {
    const { number, deadline = '' } = await program.submitted(ana);
    return { due: deadline, stands: () => claimOf(program, number), seen: { what: 'reviewOverdue' } };
  },
  disputeEnds: async (program) => {
    const number = await askedForMore(program);
    program.goTo('2026-12-02T08:00:00.000Z');
    await program.catchUp();
    const stands = () => claimOf(program, number);
    const claim = await stands();
    assert(claim.status === 'Rejected');
    return { due: claim.disputeUntil, stands, seen: { what: 'disputeDeadline' } };
  },
  drafts: async (program) => {
    const number = await program.draft(ana);
    const stands = () => open(program, number);
    const draft = await stands();
    assert(draft.status === 'Editing');
    return { due: draft.dueAt ?? '', stands, seen: { what: 'draftReminder' } };
  },
  deletedDrafts: async ({ claims, draft, newCommandId, store }) => {
    const number = await draft(ana);
    const { version } = grantedValue(await claims.get(ana, number));
    const target = { number, version, commandId: newCommandId() };
    const { dueAt } = grantedValue(await claims.deleteDraft(ana, target));
    return { due: dueAt, stands: () => store.read(partnerPartition('fabrikam'), draftId(number)) };
  },
  digest: async (program) => {
    await program.submitted(ana);
    await program.catchUp();
    const stands = () => program.store.read('digest', 'digest');
    // The claim is due on Tuesday, 1 December: Monday's digest is the first that says so.
    return {
      due: '2026-11-24T17:00:00.000Z',
      stands,
      seen: { what: 'digest', at: '2026-11-30T17:00:00.000Z' },
    };
  },
  uploads: async ({ uploads, files, store }) => {
    const sent = await uploads.receive(ana, aSentFile(files, 'signed.pdf'), 'the message');
    const { fileId, sweepAt } = grantedValue(sent);
    return { due: sweepAt, stands: () => store.read(partnerPartition('fabrikam'), uploadId(fileId)) };
  },
};

async function askedForMore(program: Program): Promise<string> {
  const { number } = await program.submitted(ana);
  await program.did(rita, number, { name: 'startReview' });
  await program.did(rita, number, {
    name: 'requestInformation',
    reasons: ['DatesMissingOrOld'],
    comment: 'When?',
  });
  return number;
}

const open = async ({ claims }: Pick<MemoryClaims, 'claims'>, number: string): Promise<Claim> =>
  grantedValue(await claims.get(ana, number));

async function claimOf(program: Program, number: string): Promise<SubmittedClaim> {
  const claim = await open(program, number);
  assert(claim.status !== 'Editing');
  return claim;
}

for (const [name, { acts, next, type, field }] of Object.entries(dueWork)) {
  describe(`When the instant in ${type}.${field} comes (${name})`, () => {
    let program: Program;
    let example: Example;
    beforeEach(async () => {
      program = await aProgram();
      const prepare = Object.entries(examples).find(([row]) => row === name)?.[1];
      assert(prepare);
      example = await prepare(program);
    });
    afterEach(() => program.close());

    it(acts === 'nothing' ? 'nothing is done' : 'it is acted on then, and not before', async () => {
      const { catchUp } = program;
      const { due, stands } = example;
      program.goTo(new Date(Date.parse(due) - 1).toISOString());
      await catchUp();
      const before = await stands();
      await catchUp();
      assert.deepEqual(await stands(), before);
      program.goTo(due);
      await catchUp();
      if (acts === 'nothing') assert.deepEqual(await stands(), before);
      else assert.notDeepEqual(await stands(), before);
    });

    it('“Next deadline” finds it, where somebody can see it', async () => {
      const { store, now } = program;
      const { due, seen } = example;
      if (!seen) {
        assert.deepEqual(await next(createDueReader({ store, calendar }, now().toISOString())), []);
        return;
      }
      const [what, at] = [seen.what, seen.at ?? due];
      const stops: (readonly [string, string])[] = [];
      for (let after = now().toISOString(); after < at; ) {
        const found = await nextDue({ store, calendar }, after);
        assert(found, `nothing after ${after}`);
        stops.push([found.reached.what, found.at]);
        after = found.at;
      }
      assert.deepEqual(stops.at(-1), [what, at]);
    });
  });
}
