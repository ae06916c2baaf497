/** All English words of the product. Loaded only when somebody asks for English. */
import { account } from './en/account.ts';
import { administration } from './en/administration.ts';
import { camera } from './en/camera.ts';
import { citizens } from './en/citizens.ts';
import { consent } from './en/consent.ts';
import { copyCard } from './en/copy-card.ts';
import { custody } from './en/custody.ts';
import { desk } from './en/desk.ts';
import { dossiers } from './en/dossiers.ts';
import { enrolment } from './en/enrolment.ts';
import { errors } from './en/errors.ts';
import { format } from './en/format.ts';
import { lock } from './en/lock.ts';
import { frame } from './en/frame.ts';
import { help } from './en/help.ts';
import { locked } from './en/locked.ts';
import { lookup } from './en/lookup.ts';
import { police } from './en/police.ts';
import { practice } from './en/practice.ts';
import { progress } from './en/progress.ts';
import { report } from './en/report.ts';
import { rescue } from './en/rescue.ts';
import { review } from './en/review.ts';
import { scans } from './en/scans.ts';
import { sessions } from './en/sessions.ts';
import { shell } from './en/shell.ts';
import { slips } from './en/slips.ts';
import { teamwork } from './en/teamwork.ts';
import { today } from './en/today.ts';
import type { Messages } from './messages-vi.ts';

export const messagesEn: Messages = {
  account,
  administration,
  camera,
  citizens,
  consent,
  copyCard,
  custody,
  desk,
  dossiers,
  enrolment,
  errors,
  format,
  lock,
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
  shell,
  slips,
  teamwork,
  today,
};
