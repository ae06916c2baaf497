/** Who lodges the pack and when they come, how to reach them, and the code of their slip. */
import { routeTexts } from '#data/route-texts';
import { formatPhone } from '#shared/rules/phone';
import { formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Section } from '../../ui/section.tsx';
import styles from './desk.module.css';
import type { Pack } from './read-pack.ts';

export function PackFacts({ pack, today }: { readonly pack: Pack; readonly today: string }) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { route, relative, appointment, citizen, reference } = pack;
  return (
    <Section title={t('desk.who')}>
      <div>
        <p>
          <b>{route ? routeTexts[route].name[language] : t('desk.whoUnknown')}</b>
        </p>
        {route === 'relative' && relative && (
          <p>
            {t('dossiers.part.relative', {
              name: relative.name,
              kin: t(`dossiers.route.kin.${relative.kin}`),
            })}
          </p>
        )}
        {route && <p>{routeTexts[route].who[language]}</p>}
        {appointment && (
          <p>
            {[
              t('desk.appointment', {
                day: formatWeekdayAndDay(appointment.day, translator, today),
                part: t(`desk.part.${appointment.part}`),
              }),
              appointment.place,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
        )}
      </div>
      <dl className={styles.facts}>
        {citizen.phone !== undefined && (
          <div>
            <dt>{t('desk.citizenPhone')}</dt>
            <dd>{formatPhone(citizen.phone)}</dd>
          </div>
        )}
        {route === 'relative' && relative?.phone !== undefined && (
          <div>
            <dt>{t('desk.relativePhone')}</dt>
            <dd>{formatPhone(relative.phone)}</dd>
          </div>
        )}
        {reference !== undefined && (
          <div>
            <dt>{t('desk.reference')}</dt>
            <dd>{reference.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
