/** A new place begins at its top, as a page that is loaded does; going back leaves the browser to find where one was. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** For the frame of all screens. Beside a list that stays where it is, only the detail changes: nothing is moved then. */
export function useFreshPlace(): void {
  const [path] = useLocation();
  const goneBackTo = useRef<string>(undefined);
  const last = useRef({ path, hasList: false });
  useEffect(() => {
    const note = (): void => void (goneBackTo.current = location.pathname);
    addEventListener('popstate', note);
    return () => removeEventListener('popstate', note);
  }, []);
  useLayoutEffect(() => {
    const hasList = matchMedia('(min-width: 1024px)').matches && !!document.querySelector('[data-split]');
    const isKept =
      goneBackTo.current === location.pathname ||
      path === last.current.path ||
      (hasList && last.current.hasList);
    goneBackTo.current = undefined;
    last.current = { path, hasList };
    if (!isKept) window.scrollTo(0, 0);
  }, [path]);
}
