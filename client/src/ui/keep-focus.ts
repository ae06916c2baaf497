/**
 * Keeps the place of whoever goes by keyboard or screen reader. Where a pressed button goes away, a browser drops the focus:
 * the reader falls silent, and Tab begins anew. Knows no screen; `find-landing.ts` says where one goes on.
 */
import { isShown, listLandings, type Place } from './find-landing.ts';

/** What has the focus, or had it until it went out of use; or where that stood. What is gone is not kept: it may hold a name. */
interface Spot {
  readonly held?: HTMLElement | undefined;
  readonly place?: Place | undefined;
}

/** Once for the whole page, before anything is drawn. */
export function keepFocus(): void {
  let spot: Spot = {};
  /** Where the dialog that has the focus was opened from: of it nothing may be left when the dialog closes. */
  let opener: Spot = {};
  let dialog: Element | null = null;
  let hasMoved = false;

  const goOn = (records: readonly MutationRecord[]) => {
    spot = follow(spot, records);
    opener = follow(opener, records);
    if (!isLost()) return;
    const { held } = spot;
    if (held && isOfUse(held)) return held.focus({ preventScroll: true });
    const place = held ? placeOf(held) : spot.place;
    if (!dialog?.isConnected) dialog = null;
    const places = dialog ? [place] : [opener.place, place];
    // Where nothing is found it is waited for: a screen is on its way, or comes back from behind a cover.
    if (places.some((one) => one && landNear(one))) hasMoved = true;
  };
  const forget = () => {
    [spot, opener] = [{}, {}];
  };

  const observer = new MutationObserver(goOn);
  const changes = { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'style'] };
  observer.observe(document.documentElement, changes);

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const around = target.closest('dialog');
    if (!around) opener = {};
    else if (around !== dialog) opener = spot;
    dialog = around;
    spot = { held: target };
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget) return;
    queueMicrotask(() => {
      if (!isLost()) return;
      // Still of use: then a person has left it, and goes on from elsewhere.
      if (spot.held && isOfUse(spot.held)) forget();
      else goOn(observer.takeRecords());
    });
  });
  document.addEventListener('pointerdown', () => isLost() && forget(), { capture: true });

  // A key that is held down has pressed what is gone, not what the focus came to.
  const stopRepeats = (event: KeyboardEvent) => {
    if (!event.repeat) hasMoved = false;
    else if (hasMoved && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
  };
  document.addEventListener('keydown', stopRepeats, { capture: true });
}

const isLost = (): boolean => !document.activeElement || document.activeElement === document.body;

const isOfUse = (element: HTMLElement): boolean =>
  element.isConnected && isShown(element) && !element.matches(':disabled');

const placeOf = ({ parentNode, previousSibling, nextSibling }: Node): Place | undefined =>
  parentNode ? { parent: parentNode, before: previousSibling, after: nextSibling } : undefined;

/** The spot after all that was taken away, one after the other, and that took it or its neighbours along. */
function follow(spot: Spot, records: readonly MutationRecord[]): Spot {
  const { held } = spot;
  let { place } = spot;
  if (held ? held.isConnected : !place) return spot;
  for (const { target, removedNodes, previousSibling, nextSibling } of records)
    for (const removed of removedNodes) {
      const node = place?.parent ?? held;
      if (node && removed.contains(node))
        place = { parent: target, before: previousSibling, after: nextSibling };
      else if (removed === place?.before) place = { ...place, before: previousSibling };
      else if (removed === place?.after) place = { ...place, after: nextSibling };
    }
  return { place };
}

function landNear(place: Place): boolean {
  for (const landing of listLandings(place)) if (land(landing)) return true;
  return false;
}

/** Seen only by whoever came by keyboard: for them it is brought into view too. */
function land(landing: HTMLElement): boolean {
  if (landing.tabIndex < 0) landing.tabIndex = -1;
  landing.focus({ preventScroll: true });
  if (document.activeElement !== landing) return false;
  if (landing.matches(':focus-visible')) landing.scrollIntoView({ block: 'nearest' });
  return true;
}
