/** A choice that asks one question before one of its answers is taken. Forbids nothing, and knows none of the answers. */
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Sheet } from './dialog.tsx';

export interface SoftWords {
  readonly question: string;
  readonly text: string;
  /** The way that is hoped for. */
  readonly instead: string;
  readonly still: string;
  readonly close: string;
}

interface SoftChoiceProps<Value extends string> {
  /** Asked about before it is taken. */
  readonly soft: Value;
  /** Taken by whoever thinks better of it. */
  readonly instead: Value;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly words: SoftWords;
  readonly children: (choose: (value: Value) => void) => ReactNode;
}

export function SoftChoice<Value extends string>(props: SoftChoiceProps<Value>) {
  const { soft, instead, value, onChange, words, children } = props;
  const [isAsking, setAsking] = useState(false);
  const choose = (next: Value) => {
    if (next === soft && value !== soft) setAsking(true);
    else onChange(next);
  };
  const settle = (next: Value) => {
    setAsking(false);
    onChange(next);
  };
  return (
    <>
      {children(choose)}
      {isAsking && (
        <Sheet
          title={words.question}
          closeLabel={words.close}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button variant="secondary" onClick={() => settle(soft)} data-testid="soft-still">
                {words.still}
              </Button>
              <Button onClick={() => settle(instead)} data-testid="soft-instead">
                {words.instead}
              </Button>
            </>
          }
        >
          <p>{words.text}</p>
        </Sheet>
      )}
    </>
  );
}
