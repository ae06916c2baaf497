/** Asks of two entries whether they are one person, as soon as both lists are here. Whatever is answered, both records stay. */
import type { SameAnswer } from '#shared/model/field-kinds';
import type { RecordId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notices.ts';
import type { TwinPair } from './list-twins.ts';

interface TwinQuestionProps {
  readonly work: Work;
  readonly pair: TwinPair;
}

export function TwinQuestion({ work, pair: { first, second } }: TwinQuestionProps) {
  const { t } = useTranslation();
  const write = (value: SameAnswer | null) => {
    const record = second.citizen as RecordId;
    const patch = { [`sameAs/${first.citizen}`]: value as Json };
    work.drafts.editRecord({ collection: 'citizen', record, patch });
    void work.drafts.finishEditing(record);
  };
  const answer = (is: SameAnswer['is']) => () => {
    write({ is, at: work.now(), by: work.member.name });
    showNotice({
      text: t(is === 'same' ? 'teamwork.saidSame' : 'teamwork.saidDifferent', {
        one: first.number,
        other: second.number,
      }),
      action: { label: t('shell.action.undo'), onPress: () => write(null) },
    });
  };
  return (
    <Banner
      tone="attention"
      title={t('teamwork.twinTitle', { one: first.number, other: second.number })}
      actions={
        <>
          <Button variant="secondary" onClick={answer('same')} data-testid="twin-same">
            {t('teamwork.twinSame')}
          </Button>
          <Button variant="secondary" onClick={answer('different')} data-testid="twin-different">
            {t('teamwork.twinDifferent')}
          </Button>
        </>
      }
    >
      {t('teamwork.twinText', { name: first.name, owner: first.owner, time: formatTime(first.at) })}
    </Banner>
  );
}
