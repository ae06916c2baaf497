/** What stands on a slip, in words of one language: the same for paper and picture. Draws nothing. */

/** One thing that comes next. */
export interface SlipStep {
  readonly what: string;
  /** Day, part of the day and place. */
  readonly when: string | undefined;
  /** What to bring, where to go. */
  readonly details: readonly string[];
}

export interface SlipDossier {
  readonly title: string;
  /** Where it stands, in the words of the chain of custody; lodged always with its evidence. */
  readonly standing: string;
  readonly route: string | undefined;
  /** The dossier's reference, for the desk; undefined where the desk could not open it. */
  readonly code: string | undefined;
}

export interface SlipContact {
  readonly who: string;
  /** Undefined: a line to write it on by hand. */
  readonly phone: string | undefined;
}

export interface Slip {
  readonly citizen: string;
  /** That it was made while practising; undefined on everything that people may keep. */
  readonly mark: string | undefined;
  readonly title: string;
  readonly commune: string;
  readonly asOf: string;
  readonly name: string;
  /** Masked but for the last four digits; undefined where no number is known. */
  readonly number: string | undefined;
  readonly account: readonly string[];
  readonly dossiers: readonly SlipDossier[];
  readonly next: readonly SlipStep[];
  readonly contacts: readonly SlipContact[];
}

/** In groups, as it is read aloud and typed; the desk takes it with or without the gaps. */
export function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.{4})/g, '$1 ');
}
