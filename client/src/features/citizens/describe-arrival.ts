/** What a session counts of somebody who came to it: from their boxes, and from what was asked besides. Writes nothing. */
import { findAgeBand } from '#shared/rules/age-band';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { findBirth, type PersonDraft } from './person-draft.ts';
import type { SessionDoor } from './session-door.ts';

export type Arrival = Parameters<SessionDoor['admit']>[0];

export function describeArrival(
  work: Pick<Work, 'communeNow'>,
  draft: PersonDraft,
  answers: Pick<Arrival, 'need' | 'wasCounted'>,
): Omit<Arrival, 'citizen'> {
  const born = findBirth(draft);
  const ageBand = born === undefined ? undefined : findAgeBand(born, dayOfInstant(work.communeNow()));
  return { sex: draft.sex, ageBand, ...answers };
}
