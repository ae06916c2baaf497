/** Digits for a code, pressed, typed or pasted; shown as points only. Keeps nothing: the digits live with whoever asked. */
import { useId, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { Icon } from './icon.tsx';
import styles from './pin-pad.module.css';

export interface PinPadWords {
  readonly label: string;
  readonly deleteLabel: string;
  readonly submitLabel: string;
}

interface PinPadProps {
  readonly words: PinPadWords;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly onSubmit: () => void;
  readonly minLength: number;
  readonly maxLength: number;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** While a wrong code is being waited out, or the vault is opening. */
  readonly disabled?: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export function PinPad(props: PinPadProps) {
  const { words, value, onChange, onSubmit, minLength, maxLength, hint, error, disabled = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isReady = value.length >= minLength && !disabled;
  const change = (digits: string) => {
    if (!disabled) onChange(digits);
  };
  const take = (text: string) => change(text.replace(/\D/g, '').slice(0, maxLength));
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    take(event.clipboardData.getData('text'));
  };
  const submitOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter') submit();
  };
  const submit = () => {
    if (isReady) onSubmit();
  };
  return (
    <div className={styles.pad}>
      <label htmlFor={id} className={styles.label}>
        {words.label}
      </label>
      <input
        ref={input}
        id={id}
        className={styles.input}
        type="password"
        inputMode="none"
        autoComplete="off"
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={error ? true : undefined}
        value={value}
        // Not `disabled`: that would throw the focus out of the field, and the next try would begin with a search for it.
        readOnly={disabled}
        aria-disabled={disabled || undefined}
        onChange={(event) => take(event.currentTarget.value)}
        onPaste={paste}
        onKeyDown={submitOnEnter}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      <p id={`${id}-error`} className={styles.error} role="alert">
        {error}
      </p>
      <PinKeys
        words={words}
        isReady={isReady}
        disabled={disabled}
        onDigit={(digit) => take(value + digit)}
        onDelete={() => change(value.slice(0, -1))}
        onSubmit={submit}
      />
    </div>
  );
}

interface PinKeysProps {
  readonly words: PinPadWords;
  readonly isReady: boolean;
  readonly disabled: boolean;
  readonly onDigit: (digit: string) => void;
  readonly onDelete: () => void;
  readonly onSubmit: () => void;
}

function PinKeys({ words, isReady, disabled, onDigit, onDelete, onSubmit }: PinKeysProps) {
  const digitKey = (digit: string) => (
    <button
      key={digit}
      type="button"
      className={styles.key}
      aria-disabled={disabled || undefined}
      onClick={() => onDigit(digit)}
    >
      {digit}
    </button>
  );
  return (
    <div className={styles.keys}>
      {DIGITS.map(digitKey)}
      <button
        type="button"
        className={styles.key}
        aria-label={words.deleteLabel}
        aria-disabled={disabled || undefined}
        onClick={onDelete}
      >
        <Icon name="erase" />
      </button>
      {digitKey('0')}
      <button
        type="button"
        className={styles.submit}
        aria-label={words.submitLabel}
        aria-disabled={!isReady || undefined}
        onClick={onSubmit}
      >
        <Icon name="check" />
      </button>
    </div>
  );
}
