/** Whose hands did how much: told plainly, since a figure that hides it misleads whoever reads the report. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { countActors } from './count-progress.ts';
import styles from './dossier.module.css';
import type { Dossier } from './read-dossier.ts';

export function ActedLine({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const parts = countActors(dossier).map(({ actor, count }) =>
    t('dossiers.part.actedCount', { actor: t(`frame.actor.${actor}`), count }),
  );
  return (
    <p className={styles.note}>
      <strong>{t('dossiers.part.acted')}:</strong>{' '}
      {parts.length === 0 ? t('dossiers.part.actedNone') : parts.join(' · ')}
    </p>
  );
}
