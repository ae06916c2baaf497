/** The code of an invitation, to be read aloud or scanned; the address carries it to the joining screen. */
import type { InvitationReply } from '#shared/contracts/administration';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './administration.module.css';

export function InvitationCode({ reply: { code, expiresAt } }: { readonly reply: InvitationReply }) {
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
    </div>
  );
}
