/** Who lodges and when, as it was chosen, with the way to choose otherwise. Offers nothing itself. */
import { holidayCalendar } from '#data/holidays';
import { routeTexts } from '#data/route-texts';
import { findHoliday } from '#shared/rules/office-days';
import { formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './dossier.module.css';
import { NumberedPart } from './numbered-part.tsx';
import { type Appointment, type Dossier, isLodged } from './read-dossier.ts';

export function RoutePart({ dossier }: { readonly dossier: Dossier }) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { route, appointment } = dossier;
  const isMaybeClosed = appointment && findHoliday(holidayCalendar, appointment.day) !== undefined;
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
      {appointment && (
        <p>
          {describeAppointment(appointment, translator)}
          {isMaybeClosed && ` · ${t('dossiers.route.maybeHoliday')}`}
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
