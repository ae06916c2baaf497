/** Four corners on the picture, to be put on those of the paper with thumb, mouse or arrow keys; and a quarter turn. Changes no picture. */
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useRef,
  useState,
} from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type Corners, moveCorner, type Point } from '../../platform/perspective.ts';
import { CornerLens } from './corner-lens.tsx';
import styles from './crop-view.module.css';
import { type CroppedPicture, TurnedPicture } from './turned-picture.tsx';

export interface CropMarks {
  /** On the picture as it is turned. */
  readonly corners: Corners;
  /** Quarters, clockwise. */
  readonly turns: number;
}

interface CropViewProps {
  readonly picture: CroppedPicture;
  readonly marks: CropMarks;
  readonly isFaulty: boolean;
  readonly onMove: (corners: Corners) => void;
  /** No finger is on a corner any more: only then may words come and go, since they move the picture. */
  readonly onSettle: (corners: Corners) => void;
}

const PLACES = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;
const STEP = 0.01;
const LARGE_STEP = 0.05;
const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function CropView({ picture, marks, isFaulty, onMove, onSettle }: CropViewProps) {
  const { t } = useTranslation();
  const stage = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<number>();
  const [said, setSaid] = useState('');
  const { corners, turns } = marks;
  const ratio = turns % 2 === 0 ? picture.width / picture.height : picture.height / picture.width;
  const step = (at: number, to: Point) => {
    const moved = moveCorner(corners, at, to);
    onMove(moved);
    onSettle(moved);
    const { x, y } = moved[at as 0 | 1 | 2 | 3];
    const place = { across: Math.round(x * 100), down: Math.round(y * 100) };
    setSaid(t('scans.crop.place', place));
  };
  return (
    <div className={styles.around}>
      <div
        ref={stage}
        className={styles.stage}
        style={{ '--ratio': ratio } as object}
        data-testid="crop-stage"
      >
        <TurnedPicture picture={picture} turns={turns} />
        <Outline corners={corners} isFaulty={isFaulty} />
        {PLACES.map((place, at) => (
          <CornerHandle
            key={place}
            label={t(`scans.crop.${place}`)}
            testId={`crop-${place}`}
            place={corners[at as 0 | 1 | 2 | 3]}
            stage={stage}
            onTake={() => setHeld(at)}
            onLeave={() => {
              setHeld(undefined);
              onSettle(corners);
            }}
            onDrag={(to) => onMove(moveCorner(corners, at, to))}
            onStep={(to) => step(at, to)}
          />
        ))}
        {held !== undefined && (
          <CornerLens place={corners[held as 0 | 1 | 2 | 3]} stage={stage}>
            <TurnedPicture picture={picture} turns={turns} />
          </CornerLens>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** What is left out is darker; the sides are drawn over the picture. */
function Outline({
  corners,
  isFaulty,
}: {
  readonly corners: Corners;
  readonly isFaulty: boolean;
}): ReactNode {
  const line = corners.map(({ x, y }) => `${x * 100} ${y * 100}`).join('L');
  return (
    <svg className={styles.outline} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.outside} d={`M0 0H100V100H0ZM${line}Z`} fillRule="evenodd" />
      <path className={styles.under} d={`M${line}Z`} />
      <path className={styles.side} data-faulty={isFaulty || undefined} d={`M${line}Z`} />
    </svg>
  );
}

interface CornerHandleProps {
  readonly label: string;
  readonly testId: string;
  readonly place: Point;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly onTake: () => void;
  readonly onLeave: () => void;
  readonly onDrag: (to: Point) => void;
  readonly onStep: (to: Point) => void;
}

function CornerHandle({ label, testId, place, stage, onTake, onLeave, onDrag, onStep }: CornerHandleProps) {
  // Between the finger and the corner: a corner does not jump to where it was only taken hold of.
  const grip = useRef<Point>(undefined);
  const find = (event: PointerEvent): Point => {
    const box = stage.current?.getBoundingClientRect();
    if (!box) return place;
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const take = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = find(event);
    grip.current = { x: place.x - x, y: place.y - y };
    onTake();
  };
  const drag = (event: PointerEvent) => {
    const { x, y } = find(event);
    if (grip.current) onDrag({ x: x + grip.current.x, y: y + grip.current.y });
  };
  const leave = () => {
    grip.current = undefined;
    onLeave();
  };
  const press = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (!way) return;
    event.preventDefault();
    const far = event.shiftKey ? LARGE_STEP : STEP;
    onStep({ x: place.x + way.x * far, y: place.y + way.y * far });
  };
  return (
    <button
      type="button"
      className={styles.corner}
      style={{ left: `${place.x * 100}%`, top: `${place.y * 100}%` }}
      aria-label={label}
      data-testid={testId}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={leave}
      onPointerCancel={leave}
      onKeyDown={press}
    />
  );
}
