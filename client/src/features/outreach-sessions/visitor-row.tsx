/** One person in the queue: number, name, what they need, where the record is, and the next thing to do. */
import { Link } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { CustodyDots, type CustodyLevel } from '../../ui/custody-dots.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './visitor-row.module.css';

interface RowAction {
  readonly label: string;
  /** The whole sentence for whoever cannot see the row. */
  readonly spoken: string;
  readonly onPress: () => void;
}

interface VisitorRowProps {
  readonly number: string;
  readonly name: string;
  readonly details: string;
  readonly href: string | undefined;
  /** Undefined where nothing of the person is on this phone. */
  readonly custody:
    | {
        readonly level: CustodyLevel;
        readonly tone: 'good' | 'attention' | 'bad';
        readonly label: string;
      }
    | undefined;
  /** What came of it, shown beside the ticks. */
  readonly outcome?: string | undefined;
  readonly action?: RowAction | undefined;
  readonly undo?: RowAction | undefined;
  /** What the person takes home. */
  readonly slip?: { readonly href: string; readonly label: string } | undefined;
}

export function VisitorRow(props: VisitorRowProps) {
  const { number, name, details, href, custody, outcome, action, undo, slip } = props;
  const words = (
    <>
      <span className={styles.name}>{name}</span>
      {details && <span className={styles.details}>{details}</span>}
      {custody && outcome === undefined && <CustodyDots {...custody} />}
      {custody && outcome !== undefined && (
        <>
          <CustodyDots {...custody} label={outcome} showLabel />
          <span className="visually-hidden">{custody.label}</span>
        </>
      )}
    </>
  );
  return (
    <li className={styles.row} data-testid="visitor-row">
      <span className={styles.number}>{number}</span>
      {href === undefined ? (
        <span className={styles.words}>{words}</span>
      ) : (
        <Link href={href} className={styles.words} data-testid="person-open">
          {words}
        </Link>
      )}
      {slip && (
        <span className={styles.actions}>
          <LinkButton href={slip.href} variant="quiet" icon="print">
            {slip.label}
            <span className="visually-hidden"> {name}</span>
          </LinkButton>
        </span>
      )}
      {action && (
        <span className={styles.actions}>
          {undo && <IconButton icon="undo" label={undo.spoken} onClick={undo.onPress} />}
          <Button variant="secondary" aria-label={action.spoken} onClick={action.onPress}>
            {action.label}
          </Button>
        </span>
      )}
    </li>
  );
}
