/** One question to the team's leader: it waits on their phone until it is answered. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { LineDialog } from '../../ui/line-dialog.tsx';
import type { LogEntry } from './arrange-log.ts';

interface AskDialogProps {
  readonly entry: LogEntry;
  readonly onClose: () => void;
  readonly onSend: (text: string) => void;
}

export function AskDialog({ entry: { session }, onClose, onSend }: AskDialogProps) {
  const { t } = useTranslation();
  return (
    <LineDialog
      title={t('review.ask.title')}
      about={t('review.ask.whom', { leader: session.leader, place: session.place })}
      send={t('review.ask.send')}
      sendTestId="ask-send"
      line={{
        ...{ label: t('review.ask.line'), hint: t('review.return.hint') },
        ...{ missing: t('review.ask.missing'), longest: 500, rows: 3 },
      }}
      onSend={onSend}
      onClose={onClose}
    />
  );
}
