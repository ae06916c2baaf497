/** Asks why a paper is not needed; the reason is stored with the dossier. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Sheet } from '../../ui/dialog.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import type { WaiverReason } from './list-reasons.ts';

interface WaiverSheetProps {
  readonly label: string;
  readonly reasons: readonly WaiverReason[];
  readonly onChoose: (reason: WaiverReason) => void;
  readonly onClose: () => void;
}

export function WaiverSheet({ label, reasons, onChoose, onClose }: WaiverSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('dossiers.paper.notNeededTitle')} closeLabel={t('shell.action.close')} onClose={onClose}>
      <p>{label}</p>
      <List label={t('dossiers.paper.notNeededTitle')}>
        {reasons.map((reason) => (
          <ListRow
            key={reason}
            title={t(`dossiers.paper.reason.${reason}`)}
            onClick={() => onChoose(reason)}
          />
        ))}
      </List>
    </Sheet>
  );
}
