/** Where a pack stands, in two or three words; the time of day where it has an appointment today and nothing is wrong. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import type { DeskEntry, Standing } from './arrange-desk.ts';
import { isNumberUnknown } from './read-pack.ts';

const tones: Readonly<Record<Standing, BadgeTone>> = {
  refused: 'bad',
  needsPerson: 'attention',
  needsFix: 'attention',
  awaitingOffice: 'lead',
  awaitingCitizen: 'neutral',
  finished: 'neutral',
  recorded: 'lead',
  lodged: 'good',
};

const QUIET: readonly Standing[] = ['awaitingOffice', 'awaitingCitizen', 'finished'];

interface StandingBadgeProps {
  readonly entry: DeskEntry;
  /** `yyyy-mm-dd`. */
  readonly today: string;
}

export function StandingBadge({ entry: { pack, standing }, today }: StandingBadgeProps) {
  const { t } = useTranslation();
  if (pack.appointment?.day === today && QUIET.includes(standing))
    return <Badge tone="lead">{t(`desk.badge.${pack.appointment.part}`)}</Badge>;
  if (standing === 'lodged' && isNumberUnknown(pack))
    return <Badge tone="attention">{t('desk.badge.numberUnknown')}</Badge>;
  return <Badge tone={tones[standing]}>{t(`desk.badge.${standing}`)}</Badge>;
}
