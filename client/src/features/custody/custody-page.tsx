/** "Đã gửi chưa?": every piece of work on this phone with its ticks, and one button to send now. */
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import { type CustodyWords, describeCustody } from '../../custody/describe-custody.ts';
import { listUnfinished } from '../../custody/list-unfinished.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { DeviceFacts, DeviceTrouble } from '../../custody/open-device.ts';
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { MoreRows, useGrowth } from '../../ui/growing-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { EveningAnswer, useReceivedToday } from './evening-answer.tsx';
import { type RecordName, nameRecord } from './name-record.ts';
import { listWork, useRecords } from './queries.ts';
import { MissingNotice } from './missing-notice.tsx';
import { RescueFileSection } from './rescue-file-section.tsx';
import { StorageSection } from './storage-section.tsx';

interface CustodyPageProps {
  readonly work: Work;
  readonly facts: Pick<DeviceFacts, 'line' | 'trouble' | 'standing' | 'missing'>;
  readonly onSend: () => void;
  /** Where a device joins again that its commune does not know any more. */
  readonly rejoinHref: string;
  /** Leaves a vault that came back older for a new one beside it. */
  readonly onJoinAnew: () => void;
  /** Language, locking and what else belongs to this phone. */
  readonly footer?: ReactNode;
  /** Who is to be seen tomorrow: stands in the evening's answer. */
  readonly tomorrow?: ReactNode;
}

export function CustodyPage(props: CustodyPageProps) {
  const { work, facts, onSend, rejoinHref, onJoinAnew, footer, tomorrow } = props;
  const { t } = useTranslation();
  const items = useItems(work);
  const received = useReceivedToday(work, facts);
  const unfinished = items.filter((item) => item.isUnconfirmed);
  const here = items.filter((item) => item.words.level < 2 && !item.isUnconfirmed);
  const gone = items.filter((item) => item.words.level >= 2);
  return (
    <Page
      actions={
        facts.trouble !== 'older' && (
          <Button wide icon="send" onClick={onSend} busy={facts.line.isSending}>
            {t('custody.send.now')}
          </Button>
        )
      }
    >
      <TopBar
        help={t('help.custody')}
        title={t('custody.page.title')}
        backHref="/hom-nay"
        backLabel={t('shell.action.back')}
      />
      {facts.trouble && (
        <TroubleBanner trouble={facts.trouble} rejoinHref={rejoinHref} onJoinAnew={onJoinAnew} />
      )}
      {facts.missing && <MissingNotice missing={facts.missing} isOlder={facts.trouble === 'older'} />}
      {!facts.trouble && received === undefined && (
        <LineBanner facts={facts} waiting={here.length} hasUnfinished={unfinished.length > 0} />
      )}
      {received !== undefined && (
        <EveningAnswer count={received} receivedAt={facts.line.lastAnswerAt ?? 0} tomorrow={tomorrow} />
      )}
      <Group title={t('custody.group.unconfirmed')} hint={t('custody.note.unconfirmed')} items={unfinished} />
      <Group title={t('custody.group.onDevice')} hint={t('custody.note.onDevice')} items={here} />
      <Group title={t('custody.group.atServer')} hint={t('custody.note.atServer')} items={gone} />
      <StorageSection work={work} hereCount={here.length + unfinished.length} />
      <RescueFileSection work={work} />
      {footer}
    </Page>
  );
}

interface Item {
  readonly record: RecordId;
  /** Worked out for what is drawn only: a phone may hold a whole commune. */
  readonly findName: () => RecordName;
  readonly words: CustodyWords;
  readonly isUnconfirmed: boolean;
}

function useItems(work: Work): Item[] {
  const translator = useTranslation();
  const records = useRecords(work);
  const goingOn = listGoingOn(work);
  const find = (record: RecordId): RecordView | undefined => work.store.findRecord(record);
  return listWork(records, work.member.role).map((view) => {
    const name = (): RecordName => nameRecord(view, find, translator);
    const facts =
      view.collection === 'dossier'
        ? { lodging: view.values['lodging'] as Lodging | undefined, name: name().title }
        : undefined;
    const custody = work.readCustody(view.record);
    const href = goingOn.get(view.record);
    return {
      record: view.record,
      findName: () => (href === undefined ? name() : { ...name(), href }),
      words: describeCustody(custody, facts, translator),
      isUnconfirmed: custody.unconfirmed === true,
    };
  });
}

/** Where to go on with somebody who is half written, from their own record and from their yes. */
function listGoingOn(work: Work): ReadonlyMap<RecordId, string> {
  const unfinished = listUnfinished(work);
  return new Map(
    unfinished.flatMap(({ citizen, consent, href }) => [
      [consent.record, href],
      [citizen, href],
    ]),
  );
}

interface TroubleBannerProps extends Pick<CustodyPageProps, 'rejoinHref' | 'onJoinAnew'> {
  readonly trouble: DeviceTrouble;
}

/** What happened, what is safe, and whom to ask. */
function TroubleBanner({ trouble, rejoinHref, onJoinAnew }: TroubleBannerProps) {
  const { t } = useTranslation();
  const title = t('enrolment.rejoin.title');
  const actions: Partial<Record<DeviceTrouble, ReactNode>> = {
    deviceUnknown: <LinkButton href={rejoinHref}>{title}</LinkButton>,
    older: <Button onClick={onJoinAnew}>{title}</Button>,
  };
  const isOurs = trouble === 'serverLost' || trouble === 'older';
  return (
    <Banner tone="attention" title={t(`custody.bar.${trouble}`)} actions={actions[trouble]}>
      {t(isOurs ? `custody.trouble.${trouble}` : `errors.${trouble}`)}
    </Banner>
  );
}

interface LineBannerProps extends Pick<CustodyPageProps, 'facts'> {
  readonly waiting: number;
  readonly hasUnfinished: boolean;
}

function LineBanner({ facts: { line, standing }, waiting, hasUnfinished }: LineBannerProps) {
  const { t } = useTranslation();
  const none = t(hasUnfinished ? 'custody.page.unconfirmed' : 'custody.page.nothingWaiting');
  const title = waiting > 0 ? t('custody.page.waiting', { count: waiting }) : none;
  const last =
    line.lastAnswerAt === undefined
      ? t('custody.page.neverSent')
      : t('custody.page.lastSent', { time: formatTime(line.lastAnswerAt) });
  if (line.refusedAs) return <Banner tone="attention">{t(`errors.${line.refusedAs}`)}</Banner>;
  if (line.lastFault === 'notOurAnswer')
    return <Banner tone="attention">{t('custody.send.captivePage')}</Banner>;
  if (line.lastFault === 'unreachable' || line.lastFault === 'timeout')
    return (
      <Banner icon="noSignal" title={title}>
        {waiting > 0 ? t('custody.send.noSignal') : last}
      </Banner>
    );
  if (standing === 'waiting' && waiting > 0)
    return <Banner title={title}>{t('custody.page.heldHint')}</Banner>;
  return (
    <Banner tone={waiting > 0 || hasUnfinished ? 'info' : 'good'} title={title}>
      {waiting > 0 ? `${t('custody.page.waitingHint')} ${last}` : last}
    </Banner>
  );
}

interface GroupProps {
  readonly title: string;
  /** What holds for most of them, said once. */
  readonly hint: string;
  readonly items: readonly Item[];
}

function Group({ title, hint, items }: GroupProps) {
  const growth = useGrowth(`custody ${title}`);
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      {items.some(({ words }) => words.note === hint) && <p>{hint}</p>}
      <List>
        {items.slice(0, growth.limit).map((item) => (
          <ItemRow key={item.record} item={item} hint={hint} />
        ))}
      </List>
      <MoreRows left={items.length - growth.limit} growth={growth} />
    </Section>
  );
}

function ItemRow({ item, hint }: { readonly item: Item; readonly hint: string }) {
  const { words } = item;
  const name = item.findName();
  const notes = [name.title && name.subtitle, words.lodging, words.note !== hint && words.note];
  return (
    <ListRow
      title={name.title || name.subtitle}
      subtitle={notes.filter(Boolean).join(' · ')}
      href={name.href}
      trailing={<CustodyDots level={words.level} tone={words.tone} label={words.transport} />}
    />
  );
}
