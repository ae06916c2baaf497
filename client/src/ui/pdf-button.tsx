/** Shows a PDF, which no page can draw itself, in a tab of its own; it closes with whatever this button stands in, and with a lock. */
import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';

interface PdfButtonProps {
  /** Of the file in memory. */
  readonly address: string;
  readonly children: string;
}

export function PdfButton({ address, children }: PdfButtonProps) {
  const tab = useRef<Window | null>(null);
  useEffect(() => {
    const close = (): void => tab.current?.close();
    // A lock leaves the page, and no screen is taken down first.
    addEventListener('pagehide', close);
    return () => {
      removeEventListener('pagehide', close);
      close();
    };
  }, []);
  const open = () => {
    tab.current?.close();
    // With its opener: a tab that was opened without one could not be closed, and would outlive the lock.
    tab.current = window.open(address, '_blank');
  };
  return (
    <Button variant="secondary" wide onClick={open} data-testid="open-pdf">
      {children}
    </Button>
  );
}
