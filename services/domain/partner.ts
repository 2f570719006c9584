/** The incentive programmes a location (MPN ID) can be enrolled in (R3). */
export const programmes = ['OSA-Sell', 'OSU-Microsoft365', 'OSU-BusinessApplications'] as const;
export type Programme = (typeof programmes)[number];

export interface MpnLocation {
  /** Microsoft Partner Network ID: digits. */
  readonly mpnId: string;
  /** What the company calls the location, e.g. "Seattle office". */
  readonly name: string;
  readonly enrolments: readonly Programme[];
}

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly locations: readonly MpnLocation[];
}
