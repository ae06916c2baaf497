/** The steps of one scenario with what the records say of each, and the way back to where one is missing. Judges nothing itself. */
import type { PracticeStep } from '#shared/rules/practice-scenario';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icon.tsx';
import { Link } from 'wouter';
import styles from './practice.module.css';

interface StepListProps {
  readonly steps: readonly PracticeStep[];
  readonly proved: readonly string[];
  readonly person: string | undefined;
  readonly onLook: () => void;
}

export function StepList({ steps, proved, person, onLook }: StepListProps) {
  const { t, language } = useTranslation();
  const lastProved = steps.findLastIndex(({ id }) => proved.includes(id));
  return (
    <ol className={styles.steps} data-testid="practice-steps">
      {steps.map(({ id, text, look }, at) => {
        const isDone = proved.includes(id);
        // Something later is there already: this one was passed by, and is not merely still to come.
        const isMissed = !isDone && at < lastProved;
        return (
          <li key={id} className={styles.step} data-done={isDone || undefined}>
            <span className={styles.mark}>
              {isDone ? <Icon name="check" label={t('practice.done')} /> : at + 1}
            </span>
            <span>
              {text[language]}
              {isMissed && (
                <Link href={findAddress(look, person)} onClick={onLook} className={styles.look}>
                  {t('practice.look')}
                </Link>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Nobody written down yet: then where people are written down. */
function findAddress(look: string, person: string | undefined): string {
  if (!look.includes(':person')) return look;
  return person === undefined ? '/nguoi-dan' : look.replace(':person', person);
}
