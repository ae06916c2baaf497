/**
 * Stops the press that was meant for what has just gone: a finger that taps twice or thrice would go through one screen into
 * the next, and confirm there what nobody has read. Knows no screen. What stays in its place may be pressed as fast as anybody can.
 */

interface Press {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  /** What stood there, as it is pressed: a button, not its drawing. */
  readonly on: Element | undefined;
}

/** No shorter than a quick tap after tap, and too short for reading a new screen. */
const SOON_MS = 400;
/** A thumb does not come down twice on one point. */
const NEAR = 48;
const PRESSABLE = 'button, a, label, input, select, textarea, summary';

/** Once for the whole page, before anything is drawn. Keys and scripts are never stopped. */
export function stopStrayPresses(): void {
  let last: Press | undefined;
  let isFinger = false;

  const isStray = ({ detail, timeStamp, clientX, clientY }: MouseEvent): boolean => {
    if (!last || findPressed(last) === last.on) return false;
    // Browsers count the presses of one series, also when another thing lies under the pointer by then.
    if (detail > 1) return true;
    // Not each of them counts a finger's, so that time and place decide too.
    const isNear = Math.hypot(clientX - last.x, clientY - last.y) <= NEAR;
    return isFinger && isNear && timeStamp - last.at < SOON_MS;
  };

  addEventListener('pointerdown', ({ pointerType }) => (isFinger = pointerType !== 'mouse'), true);
  addEventListener(
    'click',
    (event) => {
      const { detail, timeStamp, clientX: x, clientY: y } = event;
      // Nought: by a key, or by a script.
      if (detail === 0) return;
      if (isStray(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        // It counts for the next one: a series of taps is over only when the finger has rested.
        if (last) last = { ...last, at: timeStamp };
        return;
      }
      last = { at: timeStamp, x, y, on: findPressed({ x, y }) };
    },
    true,
  );
}

function findPressed({ x, y }: Pick<Press, 'x' | 'y'>): Element | undefined {
  const top = document.elementFromPoint(x, y);
  return top?.closest(PRESSABLE) ?? top ?? undefined;
}
