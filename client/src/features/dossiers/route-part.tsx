/** Who lodges and when, as it was chosen, with the way to choose otherwise. Offers nothing itself. */
import { routeTexts } from '#data/route-texts';
import { judgeAppointmentDay } from '#shared/rules/appointment-day';
import { formatPhone } from '#shared/rules/phone';
import type { Work } from '../../custody/work.ts';
import { formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { CallLink } from '../../ui/call-link.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { withdrawRelative } from './actions.ts';
import styles from './dossier.module.css';
import { isAtOffice } from './appointment-draft.ts';
import { RouteRule } from './route-rule.tsx';
import { NumberedPart } from './numbered-part.tsx';
import { getToday, type OpenDossier } from './queries.ts';
import { type Appointment, isLodged } from './read-dossier.ts';

interface RoutePartProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

export function RoutePart({ work, open }: RoutePartProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { dossier, procedure } = open;
  const times = work.officeTimes;
  const { route, appointment } = dossier;
  const closed =
    appointment &&
    route &&
    judgeAppointmentDay({
      ...{ calendar: times.calendar, hours: times.getHours(procedure.field) },
      ...{ day: appointment.day, part: appointment.part, isAtOffice: isAtOffice(route) },
    });
  return (
    <NumberedPart
      number={4}
      title={t('dossiers.part.who')}
      trailing={
        !isLodged(dossier) && (
          <LinkButton href={`/ho-so/${dossier.record}/ai-nop`} variant="secondary">
            {t(route === undefined ? 'shell.action.choose' : 'shell.action.change')}
          </LinkButton>
        )
      }
    >
      {route === undefined ? (
        <p className={styles.note}>{t('dossiers.part.notChosen')}</p>
      ) : (
        <p className={styles.lodging}>{routeTexts[route].name[language]}</p>
      )}
      {route === 'relative' && <FilerLines work={work} open={open} />}
      <RouteRule route={route} />
      {appointment && (
        <p>
          {describeAppointment(appointment, translator, getToday(work))}
          {closed && ` · ${t(`dossiers.route.${closed}`)}`}
        </p>
      )}
    </NumberedPart>
  );
}

/** The relative, how to reach them, and the way to take their yes back while nothing is lodged. */
function FilerLines({ work, open }: RoutePartProps) {
  const { t } = useTranslation();
  const { dossier } = open;
  const { relative } = dossier;
  if (!relative) return null;
  const { name, kin, phone } = relative;
  const withdraw = () =>
    showNotice({
      text: t('dossiers.part.relativeWithdrawn'),
      action: { label: t('shell.action.undo'), onPress: withdrawRelative(work, open) },
    });
  return (
    <>
      <p>{t('dossiers.part.relative', { name, kin: t(`dossiers.route.kin.${kin}`) })}</p>
      {phone !== undefined && (
        <CallLink
          phone={phone}
          name={name}
          label={t('dossiers.part.callRelative', { phone: formatPhone(phone) })}
        />
      )}
      {!isLodged(dossier) && (
        <Button variant="quiet" icon="undo" onClick={withdraw} data-testid="relative-withdraw">
          {t('dossiers.part.withdrawRelative')}
        </Button>
      )}
    </>
  );
}

export function describeAppointment(
  { day, part, place }: Appointment,
  translator: Translator,
  today: string,
): string {
  const { t } = translator;
  const words = { day: formatWeekdayAndDay(day, translator, today), part: t(`dossiers.day.${part}`) };
  return place === ''
    ? t('dossiers.part.appointment', words)
    : t('dossiers.part.appointmentAt', { ...words, place });
}
