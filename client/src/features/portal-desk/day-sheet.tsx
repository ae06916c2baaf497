/** The appointments of the day on paper, unseen until the browser prints: who comes when, for what, with which papers. */
import { routeTexts } from '#data/route-texts';
import { formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DeskEntry, Standing } from './arrange-desk.ts';
import { describePapers } from './describe-papers.ts';
import styles from './desk.module.css';
import { namePerson, nameProcedure } from './name-pack.ts';

/** What is not simply to be done and ticked. */
const PRINTED: readonly Standing[] = ['refused', 'needsPerson', 'needsFix', 'recorded', 'lodged'];

interface DaySheetProps {
  readonly entries: readonly DeskEntry[];
  /** `yyyy-mm-dd`. */
  readonly today: string;
  readonly commune: string;
}

export function DaySheet({ entries, today, commune }: DaySheetProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  return (
    <section className={styles.daySheet} data-testid="day-sheet">
      <p>{commune}</p>
      <h1>{t('desk.sheet.title', { day: formatWeekdayAndDay(today, translator) })}</h1>
      <table>
        <thead>
          <tr>
            {(['part', 'person', 'procedure', 'route', 'papers', 'done'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`desk.sheet.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ pack, standing }) => (
            <tr key={pack.record}>
              <td>{pack.appointment && t(`desk.part.${pack.appointment.part}`)}</td>
              <td>{namePerson(pack, translator)}</td>
              <td>{nameProcedure(pack, translator)}</td>
              <td>{pack.route && routeTexts[pack.route].name[language]}</td>
              <td>{describePapers(pack, translator)}</td>
              <td>{PRINTED.includes(standing) && t(`desk.badge.${standing}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
