import { createExpectedClock, type SimulatedEvent, type Standing, type WarnedTime } from './expectedClock.ts';
import type { HandCalendar } from './handCalendar.ts';
import type { ProgramHours } from './programHours.ts';

/** Who has done it: somebody of the partner, or a reviewer. */
export interface Doer {
  readonly personId: string;
  readonly kind: 'partner' | 'reviewer';
}

/** One entry of the history. */
export interface HistoryLine {
  readonly what: SimulatedEvent;
  readonly at: number;
  readonly side: Doer['kind'] | 'system';
}

/** An alert to somebody, and the sweep of the program that must send it. */
export interface Notice {
  readonly at: number;
  readonly event: string;
  /** A person's ID, or `reviewers`. */
  readonly to: string;
}

export interface ExpectedWorld {
  readonly calendar: HandCalendar;
  readonly hours: ProgramHours;
  /** A reader's IANA zone, if it is known. */
  readonly zoneOf: (personId: string) => string | undefined;
}

/** The zone of a day's earliest 09:00: a warning is written then, and sent to each follower at their own (R99). */
const firstZone = 'Pacific/Kiritimati';
/** Which events the reviewers' channel and the partner's people are alerted to (R99). */
const tellsReviewers: Partial<Record<SimulatedEvent, string>> = {
  submit: 'newClaim',
  resubmit: 'resubmitted',
};
const tellsPartner: Partial<Record<SimulatedEvent, string>> = {
  requestInformation: 'actionRequired',
  approve: 'approved',
  reject: 'rejected',
  expire: 'rejected',
};

/** One claim as it must be: its history, its clocks, and who is told what and when. */
export function createExpectedClaim({ calendar, hours, zoneOf }: ExpectedWorld) {
  const clock = createExpectedClock(calendar);
  const history: HistoryLine[] = [];
  const followers = new Map<string, number>();
  const notices: Notice[] = [];
  const partners: Omit<Notice, 'to'>[] = [];

  function happens(what: SimulatedEvent, at: number, doer?: Doer): void {
    clock.happens(what, at);
    history.push({ what, at, side: doer?.kind ?? 'system' });
    if (doer?.kind === 'partner' && !followers.has(doer.personId)) followers.set(doer.personId, at);
    const comment = what === 'comment' ? `${doer?.kind}Comment` : undefined;
    const reviewers = doer?.kind === 'partner' ? (comment ?? tellsReviewers[what]) : undefined;
    const partner = doer?.kind === 'partner' ? undefined : (comment ?? tellsPartner[what]);
    // A person acts between two sweeps; an end by itself is found by the sweep at that instant.
    const seen = hours.lookFrom(doer ? at + 1 : at);
    if (reviewers) notices.push({ at: seen, event: reviewers, to: 'reviewers' });
    if (partner) partners.push({ at: seen, event: partner });
  }

  /** R73: a request that nobody answered ended at its deadline, no matter when the program looks. */
  function settle(now: number): void {
    const { status, deadline } = clock.standing();
    if (status === 'PartnerActionRequired' && deadline !== undefined && now >= deadline)
      happens('expire', deadline);
  }

  /** R79: on the reader's own morning of the last two days, or late after a downtime; then only the newest. */
  function warnings({ deadline, ended = deadline }: WarnedTime): Notice[] {
    const [first, last] = calendar.lastTwo(deadline);
    return [first, last].flatMap((day) => {
      const written = hours.lookFrom(calendar.nine(day, firstZone));
      if (written >= ended) return [];
      return [...followers].flatMap(([to, since]) => {
        const at = Math.max(written, hours.lookFrom(calendar.nine(day, zoneOf(to))));
        const over = day === first ? calendar.nine(last, zoneOf(to)) : deadline;
        return since < at && at < Math.min(over, ended) ? [{ at, event: 'deadlineNear', to }] : [];
      });
    });
  }

  /** R99: the partner's people are those who follow the claim when it is told. */
  function partnerNotices(): Notice[] {
    return partners.flatMap(({ at, event }) =>
      [...followers].flatMap(([to, since]) => (since < at ? [{ at, event, to }] : [])),
    );
  }

  return {
    happens,
    settle,
    standing: (): Standing => clock.standing(),
    history: (): readonly HistoryLine[] => history,
    /** Everything that was told until then. */
    notices: (until: number): readonly Notice[] =>
      [...notices, ...partnerNotices(), ...clock.warnedTimes().flatMap(warnings)].filter(
        ({ at }) => at <= until,
      ),
  };
}

export type ExpectedClaim = ReturnType<typeof createExpectedClaim>;
