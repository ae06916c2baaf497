/** Cutting a photograph down to its paper, straight and the right way up, before it is accepted. Keeps nothing. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import {
  type Corners,
  type CornersFault,
  findCornersFault,
  turnBack,
  turnCorners,
  WHOLE_PICTURE,
} from '../../platform/perspective.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type CropMarks, CropView } from './crop-view.tsx';
import styles from './papers.module.css';
import type { CroppedPicture } from './turned-picture.tsx';

interface CropDialogProps {
  readonly picture: CroppedPicture;
  /** As they were put last; undefined where the picture is still whole. */
  readonly before: CropMarks | undefined;
  /** False where the phone had no strength for it. */
  readonly onCrop: (marks: CropMarks | undefined) => Promise<boolean>;
  readonly onClose: () => void;
}

type CropTrouble = CornersFault | 'failed';

const WHOLE: CropMarks = { corners: WHOLE_PICTURE, turns: 0 };

export function CropDialog({ picture, before, onCrop, onClose }: CropDialogProps) {
  const { t } = useTranslation();
  const [marks, setMarks] = useState(before ?? WHOLE);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<CropTrouble>();
  const { corners, turns } = marks;
  const findFault = (placed: Corners) => findCornersFault(turnBack(placed, turns), picture);
  const fault = findFault(corners);
  const mark = (next: CropMarks) => {
    setMarks(next);
    setTrouble(undefined);
  };
  const turn = () => mark({ corners: turnCorners(corners, 1), turns: (turns + 1) % 4 });
  const apply = async () => {
    if (fault || isBusy) return;
    setBusy(true);
    const isDone = await onCrop(isWhole(marks) ? undefined : marks);
    setBusy(false);
    if (isDone) onClose();
    else setTrouble('failed');
  };
  return (
    <Dialog
      title={t('scans.crop.title')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="secondary"
            icon="undo"
            className={styles.turn}
            onClick={turn}
            data-testid="crop-turn"
          >
            {t('scans.crop.turn')}
          </Button>
          <Button icon="check" onClick={() => void apply()} busy={isBusy} data-testid="crop-done">
            {t(isBusy ? 'scans.crop.busy' : 'scans.crop.done')}
          </Button>
        </>
      }
    >
      <CropWords trouble={trouble} />
      <CropView
        picture={picture}
        marks={marks}
        isFaulty={fault !== undefined}
        onMove={(moved) => setMarks({ corners: moved, turns })}
        onSettle={(moved) => setTrouble(findFault(moved))}
      />
      <div className={styles.actions}>
        <Button variant="quiet" onClick={() => mark(WHOLE)} data-testid="crop-whole">
          {t('scans.crop.whole')}
        </Button>
      </div>
    </Dialog>
  );
}

function CropWords({ trouble }: { readonly trouble: CropTrouble | undefined }) {
  const { t } = useTranslation();
  if (trouble === undefined)
    return (
      <p>
        {t('scans.crop.hint')} <span className={styles.desk}>{t('scans.crop.keys')}</span>
      </p>
    );
  return (
    <Banner tone="attention" live>
      {t(`scans.crop.${trouble}`)}
    </Banner>
  );
}

function isWhole({ corners, turns }: CropMarks): boolean {
  return (
    turns === 0 && corners.every(({ x, y }, at) => x === WHOLE_PICTURE[at]?.x && y === WHOLE_PICTURE[at]?.y)
  );
}
