/** On a person's page: an account that was begun, or what is left of it, with the way to the very step. Nothing where all is done. */
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { describeSetup } from './describe-setup.ts';
import { useSetup } from './queries.ts';

interface AccountLineProps {
  readonly work: Work;
  readonly citizen: RecordId;
}

export function AccountLine({ work, citizen }: AccountLineProps) {
  const translator = useTranslation();
  const { t } = translator;
  useSnapshot(work.store, () => work.store.version);
  const setup = useSetup(work, citizen);
  const view = setup && work.store.findRecord(setup.record);
  if (!view) return null;
  const isBegun = setup.finishedAt === undefined;
  if (!isBegun && view.values['followUp'] === undefined) return null;
  return (
    <List>
      <ListRow
        title={t(isBegun ? 'account.goOn.unfinished' : 'account.goOn.left')}
        subtitle={describeSetup(work, view, translator)}
        href={`/nguoi-dan/${citizen}/tai-khoan`}
        trailing={
          !isBegun &&
          (view.values['followUpDay'] ?? view.values['policeDay']) === undefined && (
            <Badge tone="attention">{t('account.goOn.undated')}</Badge>
          )
        }
      />
    </List>
  );
}
