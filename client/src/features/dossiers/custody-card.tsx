/** Where the dossier is and where it stands: both always, neither hiding the other. Says "lodged" only in the server's words. */
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Work } from '../../custody/work.ts';
import { Card } from '../../ui/card.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import styles from './dossier.module.css';
import { type OpenDossier, useDossierCustody } from './queries.ts';
import { type Dossier, isLodged } from './read-dossier.ts';

interface CustodyCardProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

export function CustodyCard({ work, open }: CustodyCardProps) {
  const translator = useTranslation();
  const words = useDossierCustody(work, open, translator);
  const { lodging } = open.dossier;
  return (
    <Card tone={words.tone === 'good' ? 'plain' : words.tone}>
      <div className={styles.custody} role="status">
        <CustodyDots level={words.level} tone={words.tone} label={words.transport} showLabel />
        <p className={styles.lodging}>{words.lodging ?? describeBefore(open.dossier, translator)}</p>
        {isLodged(open.dossier) && lodging?.dossierNo && <p className={styles.number}>{lodging.dossierNo}</p>}
        {words.note && <p className={styles.note}>{words.note}</p>}
      </div>
    </Card>
  );
}

/** Before the server has said anything about lodging. */
function describeBefore({ finishedAt, recordedNumber }: Dossier, { t }: Translator): string {
  if (recordedNumber) return t('dossiers.lodging.numberRecorded', { number: recordedNumber.dossierNo });
  return t(finishedAt === undefined ? 'dossiers.lodging.preparing' : 'dossiers.lodging.finished');
}
