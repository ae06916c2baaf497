/** The words of a consent: their blanks, and what a hash of them covers. Gives no consent and switches no purpose on. */
import type { ConsentPurpose } from '../model/citizen.ts';
import type { BilingualText } from './bilingual-text.ts';
import { fillBlanks } from './bilingual-text.ts';

export interface ConsentPurposeText {
  readonly id: ConsentPurpose;
  /** Silence and a ticked box are no consent: every purpose starts off. */
  readonly isOn: false;
  readonly label: BilingualText;
  /** How the purpose sounds in the sentence that is read aloud. */
  readonly spoken: BilingualText;
}

export interface ConsentText {
  readonly version: string;
  /** For one person, with `{helper}`, `{hamlet}`, `{purpose}` and `{phone}`. */
  readonly sentence: BilingualText;
  /** Once for a whole room; each person's yes is still asked. */
  readonly roomSentence: BilingualText;
  /** One tap away: what, what for, who, how long, which rights. */
  readonly full: BilingualText;
  readonly purposes: readonly ConsentPurposeText[];
  readonly answers: readonly {
    readonly id: 'spoken' | 'thumb' | 'relative';
    readonly label: BilingualText;
  }[];
}

export interface ConsentBlanks {
  readonly helper: string;
  readonly hamlet: string;
  /** What is to be done, as it fits behind "để" and "to": a procedure in the person's own words, or a purpose's `spoken`. */
  readonly purpose: string;
  /** The commune's number, where consent is withdrawn. */
  readonly phone: string;
}

export function fillConsentText(template: string, blanks: ConsentBlanks): string {
  return fillBlanks(template, { ...blanks });
}

/** What the recorded hash is taken over: version and every sentence in both languages, blanks unfilled. */
export function serializeConsentText(text: ConsentText): string {
  const parts = [
    text.sentence,
    text.roomSentence,
    text.full,
    ...text.purposes.flatMap((purpose) => [purpose.label, purpose.spoken]),
  ];
  return [`consent ${text.version}`, ...parts.flatMap((part) => [part.vi, part.en])].join('\n');
}
