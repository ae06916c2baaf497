/** The code of an invitation, to be read aloud or scanned; the address carries it to the joining screen. */
import type { InvitationReply } from '#shared/contracts/administration';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './administration.module.css';

interface InvitationCodeProps {
  readonly reply: InvitationReply;
  readonly onAnother: () => void;
}

export function InvitationCode({ reply: { code, expiresAt }, onAnother }: InvitationCodeProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { origin, host } = location;
  return (
    <div className={styles.invitation}>
      <p className={styles.code} data-testid="invite-code">
        {code}
      </p>
      <p>{t('administration.invite.until', { when: formatDayAndTime(expiresAt, translator) })}</p>
      <QrCode text={`${origin}/?ma=${code}`} label={t('administration.invite.qr')} />
      <p>{t('administration.invite.how', { address: host })}</p>
      <p className={styles.soft}>{t('administration.invite.next')}</p>
      <Button variant="secondary" wide onClick={onAnother}>
        {t('administration.invite.another')}
      </Button>
    </div>
  );
}
