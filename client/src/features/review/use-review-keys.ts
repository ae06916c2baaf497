/** D, G, H and the arrows: the head reads and decides without a mouse. Silent while somebody types or a dialog is open. */
import { useEffect } from 'react';

export interface ReviewKeys {
  readonly onApprove: (() => void) | undefined;
  readonly onSendBack: (() => void) | undefined;
  readonly onAsk: (() => void) | undefined;
  readonly onMove: (step: 1 | -1) => void;
}

export function useReviewKeys({ onApprove, onSendBack, onAsk, onMove }: ReviewKeys): void {
  useEffect(() => {
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      d: onApprove,
      g: onSendBack,
      h: onAsk,
      arrowright: () => onMove(1),
      arrowleft: () => onMove(-1),
    };
    const press = (event: KeyboardEvent): void => {
      const action = actions[event.key.toLowerCase()];
      if (!action || event.repeat || isTakenElsewhere(event)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onApprove, onSendBack, onAsk, onMove]);
}

function isTakenElsewhere(event: KeyboardEvent): boolean {
  const { target } = event;
  const isTyping = target instanceof Element && target.closest('input, textarea, select') !== null;
  const isWithOthers = event.altKey || event.ctrlKey || event.metaKey;
  return isTyping || isWithOthers || document.querySelector('dialog[open]') !== null;
}
