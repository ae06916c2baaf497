/** All Vietnamese words of the product, one file per feature: the source that every other language follows. */
import { account } from './vi/account.ts';
import { administration } from './vi/administration.ts';
import { citizens } from './vi/citizens.ts';
import { consent } from './vi/consent.ts';
import { custody } from './vi/custody.ts';
import { desk } from './vi/desk.ts';
import { dossiers } from './vi/dossiers.ts';
import { enrolment } from './vi/enrolment.ts';
import { errors } from './vi/errors.ts';
import { format } from './vi/format.ts';
import { lock } from './vi/lock.ts';
import { review } from './vi/review.ts';
import { sessions } from './vi/sessions.ts';
import { shell } from './vi/shell.ts';
import { today } from './vi/today.ts';
import type { Translated } from './message-types.ts';

export const messagesVi = {
  account,
  administration,
  citizens,
  consent,
  custody,
  desk,
  dossiers,
  enrolment,
  errors,
  format,
  lock,
  review,
  sessions,
  shell,
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
