/** What stands at the portal of practice, and the acts there that in life are the citizen's and the one-stop's. Looks for itself as long as it is shown. */
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import { findDossierStatus } from '#shared/model/dossier-status';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { findNextStatus } from '../../practice/dossier-way.ts';
import type { PracticeLine } from '../../practice/practice-line.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from 'wouter';
import { listPacks, type PracticePack } from './list-packs.ts';
import styles from './practice.module.css';

interface WaitingPacksProps {
  readonly line: PracticeLine;
  /** Something has changed at the portal: the phone may go and hear of it. */
  readonly onPlayed: () => void;
  readonly onLook: () => void;
}

export function WaitingPacks({ line, onPlayed, onLook }: WaitingPacksProps) {
  const { t } = useTranslation();
  const [packs, look] = usePacks(line);
  if (packs.length === 0) return null;
  const after = (act: PracticeLine['playCitizen']) => async (dossier: RecordId) => {
    await act(dossier);
    await look();
    onPlayed();
  };
  const acts = { onConfirm: after(line.playCitizen), onMove: after(line.playOffice), onLook };
  return (
    <>
      <h3 className={styles.part}>{t('practice.packs')}</h3>
      <div role="status" className={styles.packs} data-testid="practice-packs">
        {packs.map((pack) =>
          pack.lodged ? (
            <Lodged key={pack.dossier} pack={pack} {...pack.lodged} {...acts} />
          ) : (
            <Waiting key={pack.dossier} pack={pack} {...acts} />
          ),
        )}
      </div>
    </>
  );
}

interface PackProps {
  readonly pack: PracticePack;
  readonly onConfirm: (dossier: RecordId) => Promise<void>;
  readonly onMove: (dossier: RecordId) => Promise<void>;
  readonly onLook: () => void;
}

function Waiting({ pack: { dossier, name }, onConfirm }: PackProps) {
  const { t } = useTranslation();
  return (
    <Card tone="tint">
      <p className={styles.strong}>{t('practice.packWaits', { name })}</p>
      <p>{t('practice.packRule')}</p>
      <ActButton name="play" onPress={() => onConfirm(dossier)}>
        {t('practice.packPlay')}
      </ActButton>
    </Card>
  );
}

type LodgedProps = PackProps & NonNullable<PracticePack['lodged']>;

function Lodged({ pack: { dossier, name }, dossierNo, status, onMove, onLook }: LodgedProps) {
  const { t } = useTranslation();
  const next = findNextStatus(status);
  const nameStatus = (code: number) =>
    t(`progress.${findDossierStatus(code)?.identifier ?? 'submitted'}.name`);
  return (
    <>
      <Banner tone="good" title={t('practice.packLodged', { name, number: dossierNo })}>
        <p>{t('practice.packStands', { status: nameStatus(status) })}</p>
        <p>{t(next === undefined ? 'practice.packResult' : 'practice.packNumber')}</p>
      </Banner>
      {next === undefined ? (
        <Link href="/hom-nay" onClick={onLook} className={styles.look}>
          {t('practice.packToday')}
        </Link>
      ) : (
        <ActButton name="move" onPress={() => onMove(dossier)}>
          {t('practice.packMove', { status: nameStatus(next) })}
        </ActButton>
      )}
    </>
  );
}

interface ActButtonProps {
  readonly name: string;
  readonly onPress: () => Promise<void>;
  readonly children: string;
}

function ActButton({ name, onPress, children }: ActButtonProps) {
  const [isBusy, setIsBusy] = useState(false);
  const press = async () => {
    setIsBusy(true);
    await onPress();
    setIsBusy(false);
  };
  return (
    <Button
      variant="secondary"
      wide
      busy={isBusy}
      onClick={() => void press()}
      data-testid={`practice-${name}`}
    >
      {children}
    </Button>
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
