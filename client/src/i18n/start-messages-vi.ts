/** The words that stand before and on the PIN prompt: small, since every phone fetches them first. */
import { enrolment } from './vi/enrolment.ts';
import { format } from './vi/format.ts';
import { lock } from './vi/lock.ts';
import { shell } from './vi/shell.ts';

export const startMessagesVi = { enrolment, format, lock, shell };
