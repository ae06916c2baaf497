/** Where the dossier is and where it stands: both always, neither hiding the other. Says "lodged" only in the server's words. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { describeBefore } from '../../custody/describe-custody.ts';
import type { Work } from '../../custody/work.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './dossier.module.css';
import { goToPaper } from './lacks-banner.tsx';
import { type OpenDossier, useDossierCustody } from './queries.ts';
import type { Dossier } from './read-dossier.ts';

interface CustodyCardProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

export function CustodyCard({ work, open }: CustodyCardProps) {
  const translator = useTranslation();
  const words = useDossierCustody(work, open, translator);
  return (
    <Card tone={words.tone === 'good' ? 'plain' : words.tone}>
      <div className={styles.custody} role="status">
        <CustodyDots level={words.level} tone={words.tone} label={words.transport} showLabel />
        <p className={styles.lodging}>{words.lodging ?? describeBefore(open.dossier, translator)}</p>
        {words.note && <p className={styles.note}>{words.note}</p>}
      </div>
      <MendButton dossier={open.dossier} />
    </Card>
  );
}

/** What the portal or an officer sent back: the way to the very field or paper. */
function MendButton({ dossier: { record, citizen, lodging } }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  if (lodging?.state !== 'needsFix') return null;
  const { field, document: paper } = lodging;
  if (field !== undefined) {
    // What is known of the submitter stands with the person: no box of the form holds it.
    const isOfPerson = field.startsWith('submitter.') && citizen !== undefined;
    const href = isOfPerson ? `/nguoi-dan/${citizen}?sua=1` : `/ho-so/${record}/thong-tin?o=${field}`;
    return (
      <LinkButton variant="secondary" icon="edit" href={href}>
        {t('dossiers.fix.open')}
      </LinkButton>
    );
  }
  if (paper === undefined) return null;
  return (
    <Button variant="secondary" icon="edit" onClick={() => goToPaper(paper)}>
      {t('dossiers.fix.open')}
    </Button>
  );
}
