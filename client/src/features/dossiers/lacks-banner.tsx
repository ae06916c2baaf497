/** Everything that is still missing, each with the way to it. Decides nothing. */
import { Link } from 'wouter';
import { fieldErrorTexts } from '#data/form-texts';
import type { RecordId } from '#shared/ids';
import { fillBlanks, type TextKey } from '#shared/rules/bilingual-text';
import type { FieldErrorCode } from '#shared/rules/check-answer';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import styles from './dossier.module.css';
import type { Lack } from './list-lacks.ts';

interface LacksBannerProps {
  readonly record: RecordId;
  readonly lacks: readonly Lack[];
}

export function LacksBanner({ record, lacks }: LacksBannerProps) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <Banner tone="attention" live title={t('dossiers.lacks.title', { count: lacks.length })}>
      <ul className={styles.links} role="list">
        {lacks.map((lack, at) => (
          <li key={at}>
            <LackLink record={record} lack={lack} />
          </li>
        ))}
      </ul>
      {t('dossiers.lacks.kept')}
    </Banner>
  );
}

function LackLink({ record, lack }: { readonly record: RecordId; readonly lack: Lack }) {
  const words = describeLack(lack, useTranslation());
  if (lack.type !== 'paper') return <Link href={findLackHref(record, lack)}>{words}</Link>;
  return (
    <button type="button" onClick={() => goToPaper(lack.documentId)}>
      {words}
    </button>
  );
}

export function goToPaper(documentId: string): void {
  document.getElementById(paperAnchor(documentId))?.focus();
}

/** The element that a lack of a paper leads to, on the same screen. */
export function paperAnchor(documentId: string): string {
  return `paper-${documentId}`;
}

function findLackHref(record: RecordId, lack: Lack): string {
  const dossier = `/ho-so/${record}`;
  if (lack.type === 'answer' || lack.type === 'conflict') return `${dossier}/thong-tin?o=${lack.fieldId}`;
  return lack.type === 'feeCounts' ? `${dossier}/thong-tin` : `${dossier}/ai-nop`;
}

function describeLack(lack: Lack, translator: Translator): string {
  const { t, language } = translator;
  switch (lack.type) {
    case 'answer':
      return t('dossiers.lacks.answer', {
        label: lack.label[language],
        message: writeFieldError(lack.message, translator),
      });
    case 'conflict':
    case 'paper':
      return t(`dossiers.lacks.${lack.type}`, { label: lack.label[language] });
    default:
      return t(`dossiers.lacks.${lack.type}`);
  }
}

/** `form.<code>` with its limits, as a sentence. */
export function writeFieldError({ key, params }: TextKey, { language }: Translator): string {
  const code = key.replace('form.', '') as FieldErrorCode;
  return fillBlanks(fieldErrorTexts[code][language], params);
}
