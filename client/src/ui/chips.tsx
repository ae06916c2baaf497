/** Short words to tick or to choose one of, side by side; native inputs underneath. */
import { type ReactNode, useId } from 'react';
import styles from './chips.module.css';

interface ChipGroupProps {
  readonly legend: string;
  readonly children: ReactNode;
}

export function ChipGroup({ legend, children }: ChipGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.chips}>{children}</div>
    </fieldset>
  );
}

interface TickChipProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function TickChip({ label, checked, onChange }: TickChipProps) {
  return (
    <label className={styles.chip}>
      <input
        type="checkbox"
        className={styles.input}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles.word}>{label}</span>
    </label>
  );
}

interface ChoiceChipsProps<Value extends string> {
  readonly legend: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

export function ChoiceChips<Value extends string>(props: ChoiceChipsProps<Value>) {
  const { legend, choices, value, onChange } = props;
  const name = useId();
  return (
    <ChipGroup legend={legend}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.chip}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.word}>{choice.label}</span>
        </label>
      ))}
    </ChipGroup>
  );
}
