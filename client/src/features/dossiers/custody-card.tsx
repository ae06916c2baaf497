/** Where the dossier is and where it stands: both always, neither hiding the other. Says "lodged" only in the server's words. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { describeBefore } from '../../custody/describe-custody.ts';
import type { Work } from '../../custody/work.ts';
import { Card } from '../../ui/card.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import styles from './dossier.module.css';
import { MendPart } from './mend-part.tsx';
import { type OpenDossier, useDossierCustody } from './queries.ts';

interface CustodyCardProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

export function CustodyCard({ work, open }: CustodyCardProps) {
  const translator = useTranslation();
  const words = useDossierCustody(work, open, translator);
  const tone = open.request && words.tone === 'good' ? 'attention' : words.tone;
  return (
    <Card tone={tone === 'good' ? 'plain' : tone}>
      <div className={styles.custody} role="status">
        <CustodyDots level={words.level} tone={words.tone} label={words.transport} showLabel />
        <p className={styles.lodging}>{words.lodging ?? describeBefore(open.dossier, translator)}</p>
        {words.note && <p className={styles.note}>{words.note}</p>}
      </div>
      <MendPart work={work} open={open} />
    </Card>
  );
}
