/** The list of another phone whose code was opened outside its session: what it says, and one press. */
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { showNotice } from '../../ui/notices.ts';
import { judgeListCode } from './merge-lists.ts';
import { describeMergeRefusal, listCodeFacts } from './merge-words.ts';
import { RefusedCode } from './refused-code.tsx';

interface MergeArrivalProps {
  readonly work: Work;
  readonly text: string;
  readonly onMerged: () => void;
}

export function MergeArrival({ work, text, onMerged }: MergeArrivalProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [, navigate] = useLocation();
  const judged = judgeListCode(work, text, undefined);
  if (!judged.ok)
    return (
      <RefusedCode title={t('teamwork.mergeRefused.title')}>
        <p data-testid="merge-refused">{describeMergeRefusal(judged.error, translator)}</p>
      </RefusedCode>
    );
  const code = judged.value;
  const merge = async () => {
    const isKept = await work.toldLists.keep(code);
    showNotice({ text: t(isKept ? 'teamwork.merged' : 'teamwork.mergeUnkept', listCodeFacts(code)) });
    onMerged();
    navigate(`/buoi/${code.session}`, { replace: true });
  };
  return (
    <Card tone="lead">
      <h2>{String(work.store.findRecord(code.session as RecordId)?.values['place'] ?? '')}</h2>
      <p>{t('teamwork.mergeCode', listCodeFacts(code))}</p>
      <Button wide onClick={() => void merge()} data-testid="merge-now">
        {t('teamwork.mergeNow')}
      </Button>
    </Card>
  );
}
