/** Where somebody goes on when what they had pressed is gone: the order of what stands around its place. Moves no focus. */

/** Between what something stood that is gone; what came instead stands there now. */
export interface Place {
  readonly parent: Node;
  readonly before: Node | null;
  readonly after: Node | null;
}

const HEADINGS = 'h1, h2, h3, legend';
/** In a SplitView with something chosen: that, not the list beside it, is what was asked for. */
const CHOSEN = '[data-detail] > section :is(h1, h2, h3)';
/** No field: on a phone it would raise the keyboard over the screen. */
const CONTROLS = 'button:enabled, a[href], summary';
/** Says by itself what happened; whoever presses once more there would undo it. */
const SAID_ALOUD = '[role="status"], [role="alert"]';
/** Nobody is led out of a dialog, nor from the screen into the bars around it. */
const BOUNDS = 'main, dialog, body';

/** Nearest first: what came instead, what stands after it, what stands before it; then the same one further out. */
export function* listLandings({ parent, before, after }: Place): Generator<HTMLElement> {
  const start = before?.parentNode === parent ? before : null;
  const end = after?.parentNode === parent ? after : null;
  const fresh = [...walk(start ? start.nextSibling : parent.firstChild, 'nextSibling', end)];
  for (const selector of [CHOSEN, HEADINGS, CONTROLS])
    for (const part of fresh) yield* findIn(part, selector);
  // A screen whose heading is still on its way is waited for.
  yield* fresh.filter((part) => !part.matches(BOUNDS) && isShown(part) && part.textContent.trim() !== '');
  yield* listAround({ parent, before: start, after: end });
}

function* listAround({ parent, before, after }: Place): Generator<HTMLElement> {
  const [next, previous] = [[...walk(after, 'nextSibling')], [...walk(before, 'previousSibling')]];
  for (let far = 0; far < Math.max(next.length, previous.length); far++)
    for (const part of [next[far], previous[far]]) {
      if (!part || part.matches(SAID_ALOUD)) continue;
      yield* findIn(part, HEADINGS);
      yield* findIn(part, CONTROLS);
    }
  if (!(parent instanceof HTMLElement) || parent.matches(BOUNDS) || !parent.parentNode) return;
  yield* listAround({
    parent: parent.parentNode,
    before: parent.previousSibling,
    after: parent.nextSibling,
  });
}

function* walk(
  from: Node | null,
  way: 'nextSibling' | 'previousSibling',
  end: Node | null = null,
): Generator<HTMLElement> {
  for (let node = from; node && node !== end; node = node[way])
    // Of a whole page the screen, not the bars around it.
    if (node instanceof HTMLElement) yield node.querySelector('main') ?? node;
}

function* findIn(part: HTMLElement, selector: string): Generator<HTMLElement> {
  if (part.matches(selector) && isShown(part)) yield part;
  for (const found of part.querySelectorAll<HTMLElement>(selector)) if (isShown(found)) yield found;
}

export function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && !element.closest('[aria-hidden="true"]');
}
