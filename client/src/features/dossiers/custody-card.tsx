/** Where the dossier is and where it stands: both always, neither hiding the other. Says "lodged" only in the server's words. */
import type { RecordId } from '#shared/ids';
import { useTranslation } from '../../i18n/use-translation.ts';
import { describeBefore } from '../../custody/describe-custody.ts';
import type { Work } from '../../custody/work.ts';
import { Card } from '../../ui/card.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import styles from './dossier.module.css';
import { nameHolder } from './find-number-holder.ts';
import { MendPart } from './mend-part.tsx';
import { getToday, type OpenDossier, useDossierCustody } from './queries.ts';

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
        <p className={styles.lodging}>
          {words.lodging ?? describeBefore(open.dossier, translator, getToday(work))}
        </p>
        {words.note && <p className={styles.note}>{words.note}</p>}
        <HolderLine work={work} record={open.dossier.record} />
      </div>
      <MendPart work={work} open={open} />
    </Card>
  );
}

/** A number that the commune has refused stands on another dossier: named where this phone knows it. */
function HolderLine({ work, record }: { readonly work: Work; readonly record: RecordId }) {
  const translator = useTranslation();
  const { code, detail } = work.readCustody(record).setAside ?? {};
  const holder = detail?.['record'];
  if (code !== 'numberUsed' || typeof holder !== 'string') return null;
  const name = nameHolder(work.store, holder as RecordId, translator);
  return name ? <p>{translator.t('desk.refusedBecause', { holder: name })}</p> : null;
}
