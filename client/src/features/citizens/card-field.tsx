/** The field that takes a card's code: pasted, or typed by a scanner that behaves like a keyboard. Keeps no text that it handed on. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { TextField } from '../../ui/text-field.tsx';

interface CardFieldProps {
  readonly onText: (text: string) => void;
}

const SETTLED_MS = 400;
const FEWEST_BARS = 5;

export function CardField({ onText }: CardFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const hand = useRef<(whole: string) => void>(onText);
  useEffect(() => {
    hand.current = (whole) => {
      if (whole.trim() === '') return;
      setText('');
      onText(whole);
    };
  });
  // A desk scanner needs the focus; on a phone it would only raise the keyboard over the screen.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);
  // Some scanners send no Enter, and a phone's clipboard bar types without a paste.
  useEffect(() => {
    if (text.split('|').length <= FEWEST_BARS) return undefined;
    const timer = setTimeout(() => hand.current(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextField
      ref={field}
      data-testid="card-paste"
      label={t('citizens.cardField')}
      hint={t('citizens.cardFieldHint')}
      value={text}
      onChange={setText}
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      onPaste={(event) => {
        event.preventDefault();
        hand.current(event.clipboardData.getData('text'));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        hand.current(text);
      }}
    />
  );
}
