/** Sends a session back with a reason: one tap, and a line where the taps do not say it. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { LineDialog } from '../../ui/line-dialog.tsx';
import type { LogEntry } from './arrange-log.ts';

const reasons = ['silent', 'count', 'onBehalf', 'times', 'members', 'other'] as const;
type Reason = (typeof reasons)[number];

interface SendBackDialogProps {
  readonly entry: LogEntry;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

export function SendBackDialog({ entry, onClose, onSend }: SendBackDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Reason>(() => guessReason(entry));
  return (
    <LineDialog
      title={t('review.return.title')}
      about={entry.session.place}
      send={t('review.sendBack')}
      sendTestId="send-session-back"
      line={{
        ...{ label: t('review.return.line'), hint: t('review.return.hint'), longest: 200 },
        missing: reason === 'other' ? t('review.return.otherMissing') : undefined,
      }}
      onSend={(line) =>
        onSend([reason !== 'other' && t(`review.return.${reason}`), line].filter(Boolean).join('. '))
      }
      onClose={onClose}
    >
      {() => (
        <ChoiceList
          legend={t('review.return.legend')}
          choices={reasons.map((value) => ({ value, label: t(`review.return.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
      )}
    </LineDialog>
  );
}

/** What is odd about it is most likely why it goes back. */
function guessReason({ flags }: LogEntry): Reason {
  switch (flags[0]?.type) {
    case 'silentPhones':
      return 'silent';
    case 'onBehalf':
      return 'onBehalf';
    case 'crowded':
      return 'count';
    case 'nobodySignedIn':
      return 'members';
    case 'late':
    case 'notClosed':
    case 'oddTimes':
      return 'times';
    default:
      return 'other';
  }
}
