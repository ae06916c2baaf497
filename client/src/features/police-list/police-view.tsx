/** Công an xã: who wants the police told of them, on what day, for what; printed, handed over, and ticked. Knows nothing else of them. */
import { formatPhone } from '#shared/rules/phone';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Initials } from '../../ui/initials.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Section } from '../../ui/section.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { noteHandedOver } from './actions.ts';
import { describeBring, describeErrands, nameReferred } from './describe-referral.ts';
import {
  groupReferrals,
  isHandedOver,
  type Referral,
  type ReferralGroup,
  referralGroups,
} from './list-referrals.ts';
import styles from './police.module.css';
import { PoliceSheet } from './police-sheet.tsx';

export function PoliceView({ work }: { readonly work: Work }) {
  const translator = useTranslation();
  const { t } = translator;
  const records = useSnapshot(work.store, () => work.store.listRecords('policeReferral'));
  const today = dayOfInstant(work.now());
  const groups = groupReferrals(records, today);
  const waiting = [...groups.due, ...groups.later, ...groups.undated];
  return (
    <Page>
      <div className={styles.screen} data-print="never">
        <PageHeading
          overline={formatWeekdayAndDay(today, translator)}
          help={t('help.police')}
          title={t('police.title')}
        />
        {records.length === 0 && (
          <EmptyState icon="people" title={t('police.empty')}>
            {t('police.emptyText')}
          </EmptyState>
        )}
        {waiting.length > 0 && <ListActions work={work} waiting={waiting} />}
        {referralGroups
          .filter((group) => groups[group].length > 0)
          .map((group) => (
            <Group key={group} {...{ group, work, today }} referrals={groups[group]} />
          ))}
      </div>
      <PoliceSheet referrals={waiting} today={today} commune={work.commune.name} />
    </Page>
  );
}

/** What was handed over is only looked back at. */
const LONGEST_DONE = 30;

interface GroupProps {
  readonly group: ReferralGroup;
  readonly referrals: readonly Referral[];
  readonly work: Work;
  /** yyyy-mm-dd. */
  readonly today: string;
}

function Group({ group, referrals, work, today }: GroupProps) {
  const { t } = useTranslation();
  const listed = group === 'done' ? referrals.slice(0, LONGEST_DONE) : referrals;
  const more = referrals.length - listed.length;
  return (
    <Section title={t(`police.group.${group}`)} trailing={referrals.length}>
      <List>
        {listed.map((one) => (
          <ReferralRow key={one.record} work={work} referral={one} today={today} />
        ))}
      </List>
      {more > 0 && <p>{t('police.more', { count: more })}</p>}
    </Section>
  );
}

/** Answers what to press when names were handed over. */
function useHandingOver(work: Work): (referrals: readonly Referral[]) => void {
  const translator = useTranslation();
  const { t } = translator;
  return (referrals) => {
    const undo = noteHandedOver(work, referrals);
    const [one, ...others] = referrals;
    const text =
      one && others.length === 0
        ? t('police.notedOne', { name: nameReferred(one, translator) })
        : t('police.noted', { count: referrals.length });
    showNotice({ text, action: { label: t('shell.action.undo'), onPress: undo } });
  };
}

function ListActions({ work, waiting }: { readonly work: Work; readonly waiting: readonly Referral[] }) {
  const { t } = useTranslation();
  const handOver = useHandingOver(work);
  return (
    <>
      <p>{t('police.rule')}</p>
      <div className={styles.actions}>
        <Button icon="print" onClick={() => window.print()} data-testid="police-print">
          {t('police.print')}
        </Button>
        {waiting.length > 1 && (
          <Button variant="secondary" icon="check" onClick={() => handOver(waiting)} data-testid="police-all">
            {t('police.handOverAll', { count: waiting.length })}
          </Button>
        )}
      </div>
    </>
  );
}

interface ReferralRowProps {
  readonly work: Work;
  readonly referral: Referral;
  /** yyyy-mm-dd. */
  readonly today: string;
}

function ReferralRow({ work, referral, today }: ReferralRowProps) {
  const translator = useTranslation();
  const { t } = translator;
  const handOver = useHandingOver(work);
  const name = nameReferred(referral, translator);
  const isMoved = referral.handedOver !== undefined && !isHandedOver(referral);
  return (
    <ListRow
      leading={<Initials name={name} />}
      title={<span data-testid="police-row">{name}</span>}
      subtitle={[
        describeErrands(referral, translator),
        t('police.brings', { what: describeBring(referral, translator) }),
        referral.phone !== undefined && formatPhone(referral.phone),
        isMoved && t('police.moved'),
      ]
        .filter(Boolean)
        .join(' · ')}
      trailing={<DayBadge referral={referral} today={today} />}
      actions={
        !isHandedOver(referral) && (
          <Button
            variant="secondary"
            icon="check"
            onClick={() => handOver([referral])}
            aria-label={t('police.handOverNamed', { name })}
            data-testid="police-hand-over"
          >
            {t('police.handOver')}
          </Button>
        )
      }
    />
  );
}

function DayBadge({ referral, today }: Omit<ReferralRowProps, 'work'>) {
  const { t } = useTranslation();
  const { day, handedOver } = referral;
  if (handedOver && isHandedOver(referral)) {
    const words = { day: formatShortDay(dayOfInstant(handedOver.at), today), name: handedOver.by };
    return <Badge tone="good">{t('police.handedOver', words)}</Badge>;
  }
  if (day === undefined) return <Badge tone="neutral">{t('police.noDay')}</Badge>;
  const isOverdue = day < today;
  return (
    <Badge tone={isOverdue ? 'attention' : 'neutral'}>
      {t(isOverdue ? 'police.overdue' : 'police.day', { day: formatShortDay(day, today) })}
    </Badge>
  );
}
