/** The slip of one person: looked at, then printed or handed over as a picture. Saves nothing: it is made anew each time. */
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isPractice } from '../../storage/realm.ts';
import { Banner } from '../../ui/banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { nameDossier } from './describe-dossier.ts';
import { describeSlip } from './describe-slip.ts';
import type { Slot } from './fill-sheets.ts';
import { findSlipFacts, listCompanions, type SlipFacts } from './read-slip-facts.ts';
import type { Slip } from './slip.ts';
import styles from './slip.module.css';
import { SlipActions } from './slip-actions.tsx';
import { SlipBody } from './slip-body.tsx';
import { FormatChoice, type SlipChoice, SlipOptions } from './slip-options.tsx';
import { SlipSheets } from './slip-sheets.tsx';
import { SlotProbe } from './slot-probe.tsx';
import { useSlipChoice } from './use-slip-choice.ts';

interface SlipViewProps {
  readonly work: Work;
  readonly citizen: RecordId;
}

export function SlipView({ work, citizen }: SlipViewProps) {
  const { t } = useTranslation();
  useSnapshot(work.store, () => work.store.version);
  const facts = findSlipFacts(work.store, citizen, dayOfInstant(work.now()));
  if (facts) return <KnownSlip work={work} facts={facts} />;
  return (
    <Page>
      <EmptyState
        icon="search"
        title={t('slips.screen.missing')}
        actions={<LinkButton href="/nguoi-dan">{t('citizens.toList')}</LinkButton>}
      />
    </Page>
  );
}

interface KnownSlipProps {
  readonly work: Work;
  readonly facts: SlipFacts;
}

function KnownSlip({ work, facts }: KnownSlipProps) {
  const translator = useTranslation();
  const [search] = useSearchParams();
  const dossier = search.get('ho-so') ?? undefined;
  const { choice, change } = useSlipChoice(facts, dossier);
  const [tooLong, setTooLong] = useState('');
  const [longest, setLongest] = useState('');
  const companions = listFacts(work, listCompanions(work.store, facts.citizen));
  const slip = describeOwn(work, { facts, choice }, translator);
  const chosen = companions.filter(({ citizen }) => choice.others.includes(citizen));
  const others = chosen.map((other) => describeOther(work, { facts: other, choice }, translator));
  const slips = [slip, ...others];
  const slot = choice.format !== 'fourUp' || longest !== '' ? 'single' : tooLong === '' ? 'quarter' : 'half';
  const cut = slips.filter(({ citizen }) => (longest || tooLong).split(' ').includes(citizen));
  return (
    <>
      <div className={styles.screen} data-print="never">
        <Page width="wide" actions={<SlipActions slip={slip} format={choice.format} />}>
          <TopBar
            help={translator.t('help.slip')}
            title={translator.t('slips.title')}
            subtitle={facts.name}
            backHref={dossier === undefined ? `/nguoi-dan/${facts.citizen}` : `/ho-so/${dossier}`}
            backLabel={translator.t('shell.action.back')}
          />
          <FormatChoice choice={choice} onChange={change} />
          <FormatNote choice={choice} slot={slot} cut={cut} />
          <div className={styles.columns}>
            <div className={styles.preview}>
              <SlipBody slip={slip} />
            </div>
            <div className={styles.options}>
              <SlipOptions
                choice={choice}
                onChange={change}
                hasAccount={facts.steps !== undefined}
                hasCommunePhone={work.commune.phone !== null}
                dossiers={facts.dossiers.map((one) => ({
                  record: one.record,
                  name: nameDossier(one, translator),
                }))}
                companions={companions.map(({ citizen, name }) => ({ record: citizen, name }))}
              />
            </div>
          </div>
        </Page>
      </div>
      {choice.format === 'fourUp' && (
        <>
          <SlotProbe slips={slips} slot="quarter" onMeasured={setTooLong} />
          <SlotProbe slips={slips} slot="half" onMeasured={setLongest} />
        </>
      )}
      <SlipSheets slips={slips} slot={slot} />
    </>
  );
}

interface FormatNoteProps {
  readonly choice: SlipChoice;
  readonly slot: Slot;
  /** Too long for a smaller piece of paper. */
  readonly cut: readonly Slip[];
}

function FormatNote({ choice: { format }, slot, cut }: FormatNoteProps) {
  const { t } = useTranslation();
  if (format === 'image') return <Banner icon="share">{t('slips.screen.leaves')}</Banner>;
  if (format !== 'fourUp' || slot === 'quarter') return null;
  const names = cut.map(({ name }) => name).join(', ');
  return <Banner>{t(`slips.screen.${slot}`, { names })}</Banner>;
}

function listFacts({ store, now }: Work, citizens: readonly RecordId[]): SlipFacts[] {
  return citizens.flatMap((citizen) => findSlipFacts(store, citizen, dayOfInstant(now())) ?? []);
}

interface Chosen {
  readonly facts: SlipFacts;
  readonly choice: SlipChoice;
}

type Translation = ReturnType<typeof useTranslation>;

function describeOwn(work: Work, chosen: Chosen, translator: Translation): Slip {
  const { name, account, dossiers } = chosen.choice;
  const wish = { ...createWish(work, chosen.choice), name, parts: { account, dossiers } };
  return describeSlip(chosen.facts, wish, translator);
}

/** Of the others all that is known: nobody looks at their slips one by one. */
function describeOther(work: Work, { facts, choice }: Chosen, translator: Translation): Slip {
  return describeSlip(facts, createWish(work, choice), translator);
}

function createWish(
  { member, commune, now, madeUpPeople, officeTimes: times }: Work,
  { ownPhone }: SlipChoice,
) {
  const helper = { name: member.name, hamlet: member.hamlet, commune, ownPhone };
  return { helper, times, at: now(), isPractice: madeUpPeople, isMarked: isPractice };
}
