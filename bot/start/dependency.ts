import {
  type AccountPart,
  ServiceAwayError,
  WrongAccountError,
} from '../../services/storage/serviceFault.ts';

/** What the bot needs outside of its process, as the log and `/ready` name it. */
export type DependencyName = 'documents' | 'files' | 'ownToken' | 'keysOfTeams';

/** One thing that the bot needs outside of its process. */
export interface Dependency {
  readonly name: DependencyName;
  /** Uses it once. Throws a `WrongSettingError`, or a `ServiceAwayError` if it may be there another time. */
  readonly probe: (signal: AbortSignal) => Promise<void>;
}

/** A setting with which a dependency can never be used. */
export class WrongSettingError extends Error {
  override readonly name = 'WrongSettingError';
  readonly setting: string;
  constructor(setting: string, why: string) {
    super(why);
    this.setting = setting;
  }
}

/** Probes an account whose parts come from these settings. */
export const accountDependency = (
  name: DependencyName,
  settings: Readonly<Record<AccountPart, string>>,
  prepare: (signal: AbortSignal) => Promise<void>,
): Dependency => ({
  name,
  probe: (signal) => prepare(signal).catch((error: unknown) => Promise.reject(settingFault(error, settings))),
});

/** The setting behind the part of an account that is wrong; any other error as it is. */
export const settingFault = (error: unknown, settings: Readonly<Record<AccountPart, string>>): unknown =>
  error instanceof WrongAccountError ? new WrongSettingError(settings[error.part], error.message) : error;

/** Why the dependency cannot be used now, in words without secrets; undefined for a wrong setting. */
export function awayWhy(error: unknown): string {
  return error instanceof ServiceAwayError ? error.message : 'no usable answer';
}
