/** Phones of one standing: whose they are, when they were last heard of, and whether all they wrote has come home. */
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Initials } from '../../ui/initials.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { type DeviceEntry, hasKeptWork, isOldLoss } from './arrange-devices.ts';
import { describeLoss } from './describe-device.ts';

interface DeviceGroupProps {
  readonly standing: 'approved' | 'revoked';
  readonly entries: readonly DeviceEntry[];
  /** The device in the hand of whoever looks: nobody ends that one. */
  readonly own: string;
  readonly onRevoke?: (entry: DeviceEntry) => void;
  /** Takes in what an ended phone has sent since. */
  readonly onTake?: (entry: DeviceEntry) => void;
}

export function DeviceGroup({ standing, entries, own, onRevoke, onTake }: DeviceGroupProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <Section title={t(`administration.group.${standing}`)}>
      <List>
        {entries.map((entry) => (
          <DeviceRow
            key={entry.device.device}
            entry={entry}
            isOwn={entry.device.device === own}
            onRevoke={onRevoke && entry.device.device !== own ? () => onRevoke(entry) : undefined}
            onTake={onTake && hasKeptWork(entry) ? () => onTake(entry) : undefined}
          />
        ))}
      </List>
    </Section>
  );
}

interface DeviceRowProps {
  readonly entry: DeviceEntry;
  readonly isOwn: boolean;
  readonly onRevoke: (() => void) | undefined;
  readonly onTake: (() => void) | undefined;
}

function DeviceRow({ entry, isOwn, onRevoke, onTake }: DeviceRowProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { device, loss } = entry;
  const { name, role, deviceName, lastSeenAt, forked } = device;
  const seen =
    lastSeenAt === null
      ? t('administration.neverSeen')
      : t('administration.lastSeen', { when: formatDayAndTime(lastSeenAt, translator) });
  const whose = [t(`administration.role.${role}`), deviceName, isOwn && t('administration.thisDevice')];
  const facts = [...whose, seen, forked && t('administration.forked')];
  return (
    <ListRow
      leading={<Initials name={name} tone={forked || (loss && isOldLoss(loss)) ? 'attention' : 'lead'} />}
      title={<span data-testid="device-row">{name}</span>}
      subtitle={facts.filter(Boolean).join(' · ')}
      trailing={<ArrivalBadge device={device} loss={loss} />}
      actions={
        onRevoke ? (
          <Button
            variant="quiet"
            aria-label={t('administration.revokeOf', { name })}
            data-testid="revoke"
            onClick={onRevoke}
          >
            {t('administration.revoke')}
          </Button>
        ) : (
          onTake && (
            <Button
              variant="secondary"
              aria-label={t('administration.kept.takeOf', { name })}
              data-testid="take-kept"
              onClick={onTake}
            >
              {t('administration.kept.take')}
            </Button>
          )
        )
      }
    />
  );
}

/** Nothing is said of a phone that never spoke, nor of one whose copy speaks under its name. */
function ArrivalBadge({ device, loss }: DeviceEntry) {
  const translator = useTranslation();
  if (hasKeptWork({ device }))
    return (
      <Badge tone="attention">{translator.t('administration.kept.badge', { count: device.heldItems })}</Badge>
    );
  if (device.lastSeenAt === null || device.forked) return null;
  if (!loss) return <Badge tone="good">{translator.t('administration.allArrived')}</Badge>;
  return <Badge tone={isOldLoss(loss) ? 'attention' : 'neutral'}>{describeLoss(loss, translator)}</Badge>;
}
