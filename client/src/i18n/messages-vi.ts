/** All Vietnamese words of the product, one file per feature: the source that every other language follows. Fetched with the first screen behind the PIN. */
import { account } from './vi/account.ts';
import { administration } from './vi/administration.ts';
import { camera } from './vi/camera.ts';
import { citizens } from './vi/citizens.ts';
import { consent } from './vi/consent.ts';
import { copyCard } from './vi/copy-card.ts';
import { custody } from './vi/custody.ts';
import { desk } from './vi/desk.ts';
import { dossiers } from './vi/dossiers.ts';
import { errors } from './vi/errors.ts';
import { frame } from './vi/frame.ts';
import { help } from './vi/help.ts';
import { locked } from './vi/locked.ts';
import { lookup } from './vi/lookup.ts';
import { police } from './vi/police.ts';
import { practice } from './vi/practice.ts';
import { progress } from './vi/progress.ts';
import { report } from './vi/report.ts';
import { rescue } from './vi/rescue.ts';
import { review } from './vi/review.ts';
import { scans } from './vi/scans.ts';
import { sessions } from './vi/sessions.ts';
import { slips } from './vi/slips.ts';
import { teamwork } from './vi/teamwork.ts';
import { today } from './vi/today.ts';
import type { Translated } from './message-types.ts';
import { startMessagesVi } from './start-messages-vi.ts';

export const messagesVi = {
  ...startMessagesVi,
  account,
  administration,
  camera,
  citizens,
  consent,
  copyCard,
  custody,
  desk,
  dossiers,
  errors,
  frame,
  help,
  locked,
  lookup,
  police,
  practice,
  progress,
  report,
  rescue,
  review,
  scans,
  sessions,
  slips,
  teamwork,
  today,
};

type VietnameseMessages = typeof messagesVi;
type SectionName = keyof VietnameseMessages;

/** "sessions.open": the file, a point, the key in it. */
export type MessageKey = {
  [Section in SectionName]: `${Section}.${keyof VietnameseMessages[Section] & string}`;
}[SectionName];

/** The Vietnamese text behind a key, as a literal type. */
export type TextOf<Key extends MessageKey> = Key extends `${infer Section extends SectionName}.${infer Rest}`
  ? VietnameseMessages[Section][Rest & keyof VietnameseMessages[Section]]
  : never;

export type Messages = {
  readonly [Section in SectionName]: Translated<VietnameseMessages[Section]>;
};
