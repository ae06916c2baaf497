/** How the person said yes: aloud, by a thumb mark on paper, or before a relative who is named. */
import type { ConsentText } from '#shared/rules/consent-text';
import { useTranslation } from '../../i18n/use-translation.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ConsentMethod } from './read-consent.ts';

interface ConsentAnswerProps {
  readonly answers: ConsentText['answers'];
  readonly method: ConsentMethod;
  readonly onMethod: (method: ConsentMethod) => void;
  readonly witness: string;
  readonly onWitness: (witness: string) => void;
}

export function ConsentAnswer({ answers, method, onMethod, witness, onWitness }: ConsentAnswerProps) {
  const { t, language } = useTranslation();
  return (
    <>
      <SegmentedControl
        legend={t('consent.method')}
        choices={answers.map(({ id, label }) => ({ value: id, label: label[language] }))}
        value={method}
        onChange={onMethod}
      />
      {method === 'thumb' && <p>{t('consent.thumbHint')}</p>}
      {method === 'relative' && (
        <TextField label={t('consent.witness')} maxLength={200} value={witness} onChange={onWitness} />
      )}
    </>
  );
}
