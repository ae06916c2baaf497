/** The words that are read once to a whole room, and the note that it was done. Takes nobody's yes: that is asked one by one. */
import { currentConsentVersion, findConsentText } from '#data/consent-texts';
import { fillConsentText } from '#shared/rules/consent-text';
import { useState } from 'react';
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { noteRoomReading } from './actions.ts';
import type { SessionFacts } from './read-session.ts';
import styles from './session-view.module.css';

interface RoomReadingProps {
  readonly work: Work;
  readonly session: SessionFacts;
}

export function RoomReading({ work, session }: RoomReadingProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { consentRead } = session;
  if (consentRead)
    return (
      <p className={styles.roomRead}>
        <Icon name="check" size="small" />
        <span>
          {t('sessions.roomRead', { time: formatTime(consentRead.at), reader: consentRead.reader })}
        </span>
      </p>
    );
  const confirm = () => {
    void noteRoomReading(work, session.record);
    setOpen(false);
  };
  return (
    <>
      <div className={styles.room}>
        <p>
          <strong>{t('sessions.roomUnread')}</strong>
          <br />
          <small>{t('sessions.roomUnreadHint')}</small>
        </p>
        <Button variant="secondary" onClick={() => setOpen(true)} data-testid="room-read">
          {t('sessions.roomOpen')}
        </Button>
      </div>
      {isOpen && <RoomSheet work={work} session={session} onRead={confirm} onClose={() => setOpen(false)} />}
    </>
  );
}

interface RoomSheetProps extends RoomReadingProps {
  readonly onRead: () => void;
  readonly onClose: () => void;
}

function RoomSheet({ work, session, onRead, onClose }: RoomSheetProps) {
  const { t, language } = useTranslation();
  const text = findConsentText(currentConsentVersion);
  if (!text) return null;
  const blanks = {
    helper: work.member.name,
    hamlet: session.hamlet ?? work.member.hamlet ?? work.commune.name,
    purpose: t('sessions.roomPurpose'),
    phone: work.commune.phone ?? t('consent.oneStopDesk'),
  };
  return (
    <Sheet
      title={t('sessions.roomTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button icon="check" wide onClick={onRead} data-testid="room-read-done">
          {t('sessions.roomDone')}
        </Button>
      }
    >
      <blockquote className={styles.aloud}>{fillConsentText(text.roomSentence[language], blanks)}</blockquote>
      <details className={styles.full}>
        <summary>{t('sessions.fullText')}</summary>
        <p>{fillConsentText(text.full[language], blanks)}</p>
      </details>
    </Sheet>
  );
}
