/** What stands at the portal of practice, and the one act there that in life is the citizen's alone. Looks for itself as long as it is shown. */
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { PracticeLine } from '../../practice/practice-line.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { listPacks, type PracticePack } from './list-packs.ts';
import styles from './practice.module.css';

interface WaitingPacksProps {
  readonly line: PracticeLine;
  /** The portal has given a number: the phone may go and hear of it. */
  readonly onPlayed: () => void;
}

export function WaitingPacks({ line, onPlayed }: WaitingPacksProps) {
  const { t } = useTranslation();
  const [packs, look] = usePacks(line);
  if (packs.length === 0) return null;
  const play = async (dossier: RecordId) => {
    await line.playCitizen(dossier);
    await look();
    onPlayed();
  };
  return (
    <>
      <h3 className={styles.part}>{t('practice.packs')}</h3>
      <div role="status" className={styles.packs} data-testid="practice-packs">
        {packs.map((pack) => (
          <Pack key={pack.dossier} pack={pack} onPlay={play} />
        ))}
      </div>
    </>
  );
}

interface PackProps {
  readonly pack: PracticePack;
  readonly onPlay: (dossier: RecordId) => Promise<void>;
}

function Pack({ pack, onPlay }: PackProps) {
  const { t } = useTranslation();
  const [isPlaying, setIsPlaying] = useState(false);
  const { dossier, name, dossierNo } = pack;
  if (dossierNo !== undefined) {
    return (
      <Banner tone="good" title={t('practice.packLodged', { name, number: dossierNo })}>
        {t('practice.packNumber')}
      </Banner>
    );
  }
  const play = async () => {
    setIsPlaying(true);
    await onPlay(dossier);
    setIsPlaying(false);
  };
  return (
    <Card tone="tint">
      <p className={styles.strong}>{t('practice.packWaits', { name })}</p>
      <p>{t('practice.packRule')}</p>
      <Button
        variant="secondary"
        wide
        busy={isPlaying}
        onClick={() => void play()}
        data-testid="practice-play"
      >
        {t('practice.packPlay')}
      </Button>
    </Card>
  );
}

const LOOK_EVERY_MS = 1_000;

function usePacks(line: PracticeLine): [readonly PracticePack[], () => Promise<void>] {
  const [received, setReceived] = useState<readonly RecordState[]>([]);
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const records = await line.listReceived();
      if (!isOver) setReceived(records);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [line]);
  return [listPacks(received), async () => setReceived(await line.listReceived())];
}
