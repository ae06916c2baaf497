/** The steps of one scenario with what the records say of each, and the way to where the next one is done or one was passed by. Judges nothing itself. */
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
  const firstMissing = steps.findIndex(({ id }) => !proved.includes(id));
  return (
    <ol className={styles.steps} data-testid="practice-steps">
      {steps.map(({ id, text, look }, at) => {
        const isDone = proved.includes(id);
        // The next one, also when it is the last; and whatever was passed by, since something later is there already.
        const isToLookAt = !isDone && (at === firstMissing || at < lastProved);
        return (
          <li key={id} className={styles.step} data-done={isDone || undefined}>
            <span className={styles.mark}>
              {isDone ? <Icon name="check" label={t('practice.done')} /> : at + 1}
            </span>
            <span>
              {text[language]}
              {isToLookAt && (
                <Link href={findAddress(look, person)} onClick={onLook} className={styles.look}>
                  {t(proved.length === 0 ? 'practice.go' : 'practice.look')}
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
