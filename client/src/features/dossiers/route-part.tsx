/** Who lodges and when, as it was chosen, with the way to choose otherwise. Offers nothing itself. */
import type { OfficeTimes } from '#data/office-times';
import { routeTexts } from '#data/route-texts';
import { judgeAppointmentDay } from '#shared/rules/appointment-day';
import type { Procedure } from '#shared/rules/procedure';
import { formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './dossier.module.css';
import { isAtOffice } from './appointment-draft.ts';
import { RouteRule } from './route-rule.tsx';
import { NumberedPart } from './numbered-part.tsx';
import { type Appointment, type Dossier, isLodged } from './read-dossier.ts';

interface RoutePartProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly times: OfficeTimes;
}

export function RoutePart({ dossier, procedure, times }: RoutePartProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { route, appointment, relative } = dossier;
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
      {route === 'relative' && relative && (
        <p>
          {t('dossiers.part.relative', { name: relative.name, kin: t(`dossiers.route.kin.${relative.kin}`) })}
        </p>
      )}
      <RouteRule route={route} />
      {appointment && (
        <p>
          {describeAppointment(appointment, translator)}
          {closed && ` · ${t(`dossiers.route.${closed}`)}`}
        </p>
      )}
    </NumberedPart>
  );
}

export function describeAppointment({ day, part, place }: Appointment, translator: Translator): string {
  const { t } = translator;
  const words = { day: formatWeekdayAndDay(day, translator), part: t(`dossiers.day.${part}`) };
  return place === ''
    ? t('dossiers.part.appointment', words)
    : t('dossiers.part.appointmentAt', { ...words, place });
}
