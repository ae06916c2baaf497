/** One of two to four short words side by side; they stand under each other when the letters are large. */
import { useId } from 'react';
import field from './field.module.css';
import styles from './segmented-control.module.css';

interface SegmentedControlProps<Value extends string> {
  readonly legend: string;
  /** The legend is heard but not shown. */
  readonly hideLegend?: boolean;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { legend, hideLegend = false, choices, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.group} role="radiogroup">
      <legend className={hideLegend ? 'visually-hidden' : field.label}>{legend}</legend>
      <div className={styles.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              className={styles.input}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.word}>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
