/** Keeps what is mended on a person who was written down locked, as it is typed: a lock in the middle must not cost it. */
import { useEffect, useRef } from 'react';
import { watchPage } from '../../platform/page-life.ts';
import { useOnLeave } from '../../ui/use-on-leave.ts';

const KEEP_AFTER_MS = 800;

/** `keep` is called with the last content, once per rest of the keys, and at once when the screen or the page goes. */
export function useKeptMends(keep: (content: string) => void): (content: string) => void {
  const latest = useRef(keep);
  const unkept = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = keep;
  });
  const flush = () => {
    clearTimeout(timer.current);
    const content = unkept.current;
    unkept.current = undefined;
    if (content !== undefined) latest.current(content);
  };
  useOnLeave(flush);
  useEffect(() => watchPage({ hidden: flush, frozen: flush, blurred: flush }), []);
  return (content) => {
    unkept.current = content;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, KEEP_AFTER_MS);
  };
}
