/** One rule about whose phone is touched, in the same shape wherever one is: a phone and a sentence. */
import { Icon } from './icon.tsx';
import styles from './phone-rule.module.css';

export function PhoneRule({ text }: { readonly text: string }) {
  return (
    <p className={styles.rule} data-testid="first-rule">
      <Icon name="phone" />
      {text}
    </p>
  );
}
