/** Hands the code that an address brought to the screen for joining, also one that comes while this screen is open. */
import { useEffect, useState } from 'react';
import type { Work } from '../custody/work.ts';
import { JoinView } from '../features/outreach-sessions/join-view.tsx';

interface JoinScreenProps {
  readonly work: Work;
  /** Taken out of the address when the page began; empty without one. */
  readonly brought: string;
  readonly onJoined: () => void;
}

export function JoinScreen({ work, brought, onJoined }: JoinScreenProps) {
  const [code, setCode] = useState(brought);
  useEffect(() => {
    const take = () => {
      if (location.hash !== '') setCode(location.hash);
      history.replaceState(null, '', location.pathname);
    };
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return <JoinView key={code} work={work} code={code} onJoined={onJoined} />;
}
