/** What a person should look at again before a card is trusted: the reader's doubts, as long as nobody has settled them. */
import { buildCardWarning, type CardWarning, type CardWarningCode } from '#shared/rules/card-warning';
import { formatDate } from '#shared/rules/format-vietnamese';
import type { CardReading } from '#shared/rules/id-card';
import { isAfterDay } from '#shared/rules/partial-date';
import { type CheckContext, checkPersonalId, isPersonalId } from '#shared/rules/personal-id';
import { findBirth, type PersonDraft } from './person-draft.ts';

/** Worked out again from the boxes: they may have been mended, or filled in by hand. */
const FROM_BOXES: readonly CardWarningCode[] = [
  'prefixUnassigned',
  'sexOrCenturyDiffers',
  'birthYearDiffers',
  'bornInFuture',
  'ageUnlikely',
  'underFourteen',
];

export function listDoubts(
  draft: PersonDraft,
  reading: CardReading | undefined,
  context: CheckContext,
): CardWarning[] {
  const ofCard = (reading?.warnings ?? []).filter(
    (warning) => !FROM_BOXES.includes(warning.code) && isUntouched(draft, reading, warning),
  );
  return [...ofCard, ...checkBoxes(draft, context)];
}

function isUntouched(draft: PersonDraft, reading: CardReading | undefined, { field }: CardWarning): boolean {
  const card = reading?.card;
  if (field === 'fullName') return draft.fullName === (card?.fullName ?? '');
  if (field === 'sex') return draft.sex === card?.sex;
  if (field === 'dateOfBirth') return draft.born === (card?.dateOfBirth ? formatDate(card.dateOfBirth) : '');
  return true;
}

function checkBoxes(draft: PersonDraft, context: CheckContext): CardWarning[] {
  const personalId = draft.personalId.replace(/\s/g, '');
  const dateOfBirth = findBirth(draft);
  if (isPersonalId(personalId)) return checkPersonalId({ personalId, sex: draft.sex, dateOfBirth }, context);
  const isFuture = dateOfBirth !== undefined && isAfterDay(dateOfBirth, context.today);
  return isFuture ? [buildCardWarning('bornInFuture', 'dateOfBirth')] : [];
}
