/** The custody bar, kept true: counted again whenever a record, its custody or the line changes. */
import type { DeviceFacts } from '../../custody/open-device.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CustodyBar } from '../../ui/custody-bar.tsx';
import { useRecords } from './queries.ts';
import { chooseBarLine, isUrgent, summariseCustody } from './summarise-custody.ts';

interface LiveCustodyBarProps {
  readonly work: Work;
  readonly facts: DeviceFacts;
  readonly href: string;
  /** Where the bar leads while something typed is not on the disk. */
  readonly rescueHref: string;
}

export function LiveCustodyBar({ work, facts, href, rescueHref }: LiveCustodyBarProps) {
  const { t } = useTranslation();
  const records = useRecords(work);
  const summary = summariseCustody(records.map((view) => work.readCustody(view.record)));
  const line = chooseBarLine(summary, {
    isSending: facts.line.isSending,
    trouble: facts.trouble,
  });
  const text = 'count' in line ? t(line.key, { count: line.count }) : t(line.key);
  const target = line.key === 'custody.bar.notSaved' ? rescueHref : href;
  return <CustodyBar text={text} href={target} tone={isUrgent(line) ? 'attention' : 'good'} />;
}
