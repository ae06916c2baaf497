/** What a card said, as it stands on the card: name, birth, sex, number under its mask, printed address. */
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './citizens.module.css';
import { MaskedNumber } from './masked-number.tsx';
import type { PersonDraft } from './person-draft.ts';

export function CardFacts({ draft }: { readonly draft: PersonDraft }) {
  const { t } = useTranslation();
  const { fullName, born, sex, personalId, residenceAsPrinted } = draft;
  return (
    <div className={styles.facts}>
      <h2>{fullName || t('citizens.unnamed')}</h2>
      <p>{[born, sex && t(`citizens.${sex}`)].filter(Boolean).join(' · ')}</p>
      {personalId !== '' && <MaskedNumber personalId={personalId} />}
      {residenceAsPrinted !== '' && (
        <p className={styles.soft}>{t('citizens.onCard', { residence: residenceAsPrinted })}</p>
      )}
    </div>
  );
}
