/** Phones at the door: who says they are whose, and the four words to compare before one is let in. */
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './administration.module.css';
import type { DeviceEntry } from './arrange-devices.ts';
import type { Approval } from './use-approval.ts';

interface WaitingDevicesProps {
  readonly entries: readonly DeviceEntry[];
  readonly approval: Approval;
  readonly onRefuse: (entry: DeviceEntry) => void;
}

export function WaitingDevices({ entries, approval, onRefuse }: WaitingDevicesProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <Section title={t('administration.group.waiting')}>
      {entries.map((entry) => (
        <WaitingDevice
          key={entry.device.device}
          entry={entry}
          approval={approval}
          onRefuse={() => onRefuse(entry)}
        />
      ))}
    </Section>
  );
}

interface WaitingDeviceProps {
  readonly entry: DeviceEntry;
  readonly approval: Approval;
  readonly onRefuse: () => void;
}

function WaitingDevice({ entry: { device }, approval, onRefuse }: WaitingDeviceProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { problem, busy } = approval;
  const facts = [t(`administration.role.${device.role}`), device.deviceName];
  const when = t('administration.enrolledAt', { when: formatDayAndTime(device.enrolledAt, translator) });
  return (
    <Card>
      <div data-testid="device-row">
        <h3>{device.name}</h3>
        <p className={styles.soft}>{[...facts, when].filter(Boolean).join(' · ')}</p>
      </div>
      <p>{t('administration.words')}</p>
      <ol className={styles.words}>
        {device.words.map((word, at) => (
          <li key={at}>{word}</li>
        ))}
      </ol>
      <p className={styles.soft}>
        {t('administration.wordsHint')}{' '}
        {device.heldItems > 0
          ? t('administration.held', { count: device.heldItems })
          : t('administration.heldNone')}
      </p>
      {device.forked && <Banner tone="attention">{t('administration.forked')}</Banner>}
      {problem?.device === device.device && (
        <Banner tone="attention" live>
          {problem.text}
        </Banner>
      )}
      <div className={styles.buttons}>
        <Button
          variant="secondary"
          icon="check"
          busy={busy === device.device}
          onClick={() => approval.approve(device)}
          data-testid="approve-device"
        >
          {t('administration.approveDevice')}
        </Button>
        <Button variant="quiet" onClick={onRefuse}>
          {t('administration.refuse')}
        </Button>
      </div>
    </Card>
  );
}
