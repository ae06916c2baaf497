/** The storage light: what would be lost now, room, whether the browser has promised to keep it, one copy or two. */
import { useState } from 'react';
import { KEPT_FOR_WORDS, LOW_ROOM, type StorageStanding } from '../../custody/storage-light.ts';
import type { Work } from '../../custody/work.ts';
import { formatBytes } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Section } from '../../ui/section.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';

interface StorageSectionProps {
  readonly work: Pick<Work, 'storage' | 'findOldestAge'>;
  /** Pieces of work that are only on this machine. */
  readonly hereCount: number;
}

const ROOM_TONES: Readonly<Record<StorageStanding['room'], BadgeTone>> = {
  enough: 'good',
  low: 'attention',
  noPhotographs: 'bad',
};
const COPY_TONES: Readonly<Record<StorageStanding['secondCopy'], BadgeTone>> = {
  whole: 'good',
  behind: 'attention',
  none: 'neutral',
};

export function StorageSection({ work, hereCount }: StorageSectionProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { storage } = work;
  const { isKnown, room, isPersistent, isPrivate, secondCopy } = useSnapshot(storage, storage.getSnapshot);
  if (!isKnown) return null;
  return (
    <Section title={t('custody.light.title')}>
      <List>
        {isPrivate && (
          <ListRow
            title={t('custody.light.private')}
            subtitle={`${t('custody.light.private.text')} ${t('custody.private.send')}`}
            trailing={<Badge tone="bad">{t('custody.light.private.badge')}</Badge>}
          />
        )}
        <ListRow
          title={t('custody.light.loss')}
          subtitle={describeLoss(work, hereCount, translator)}
          trailing={
            <Badge tone={hereCount === 0 ? 'good' : 'attention'}>
              {t(hereCount === 0 ? 'custody.light.loss.none' : 'custody.light.loss.some')}
            </Badge>
          }
        />
        <ListRow
          title={t('custody.light.room')}
          subtitle={t(room === 'enough' ? 'custody.light.room.atLeast' : 'custody.light.room.below', {
            bytes: formatBytes(room === 'noPhotographs' ? KEPT_FOR_WORDS : LOW_ROOM, translator),
          })}
          trailing={<Badge tone={ROOM_TONES[room]}>{t(`custody.light.room.${room}`)}</Badge>}
          actions={room !== 'enough' && <MakeRoom storage={storage} />}
        />
        <ListRow
          title={t('custody.light.promise')}
          subtitle={t(isPersistent ? 'custody.light.promise.yesText' : 'custody.light.promise.noText')}
          trailing={
            <Badge tone={isPersistent ? 'good' : 'attention'}>
              {t(isPersistent ? 'custody.light.promise.yes' : 'custody.light.promise.no')}
            </Badge>
          }
          actions={!isPersistent && <AskForPromise storage={storage} />}
        />
        <ListRow
          title={t('custody.light.copy')}
          subtitle={t(`custody.light.copy.${secondCopy}Text`)}
          trailing={<Badge tone={COPY_TONES[secondCopy]}>{t(`custody.light.copy.${secondCopy}`)}</Badge>}
        />
      </List>
    </Section>
  );
}

const HOUR_MS = 3_600_000;

function describeLoss(
  work: StorageSectionProps['work'],
  count: number,
  { t }: Pick<Translator, 't'>,
): string {
  if (count === 0) return t('custody.light.loss.noneText');
  const hours = Math.floor((work.findOldestAge() ?? 0) / HOUR_MS);
  if (hours < 1) return t('custody.light.loss.fresh', { count });
  if (hours < 24) return t('custody.light.loss.hours', { count, hours });
  return t('custody.light.loss.days', { count, days: Math.floor(hours / 24) });
}

type LightProps = Pick<Work, 'storage'>;

function MakeRoom({ storage }: LightProps) {
  const { t } = useTranslation();
  const [isBusy, setIsBusy] = useState(false);
  const make = async () => {
    setIsBusy(true);
    const room = await storage.makeRoom();
    setIsBusy(false);
    showNotice({ text: t(room === 'enough' ? 'custody.light.room.made' : 'custody.light.room.notMade') });
  };
  return (
    <Button variant="secondary" busy={isBusy} onClick={() => void make()} data-testid="make-room">
      {t('custody.light.room.make')}
    </Button>
  );
}

function AskForPromise({ storage }: LightProps) {
  const { t } = useTranslation();
  const ask = async () => {
    const isPromised = await storage.askForPersistence();
    showNotice({ text: t(isPromised ? 'custody.light.promise.yesText' : 'custody.light.promise.refused') });
  };
  return (
    <Button variant="secondary" onClick={() => void ask()} data-testid="ask-promise">
      {t('custody.light.promise.ask')}
    </Button>
  );
}
