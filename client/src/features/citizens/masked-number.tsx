/** An identity number as the table may see it: the last four digits, the whole of it for as long as somebody asks. */
import { maskPersonalId } from '#shared/rules/personal-id';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import styles from './citizens.module.css';

export function MaskedNumber({ personalId }: { readonly personalId: string }) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const number = isShown
    ? personalId.replace(/(.{4})(?=.)/g, '$1 ')
    : maskPersonalId(personalId, 'personCard');
  return (
    <div className={styles.number}>
      <span>{t('citizens.numberHidden', { number })}</span>
      <Button
        variant="quiet"
        icon="eye"
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        data-testid="number-show"
      >
        {t(isShown ? 'citizens.hideNumber' : 'citizens.showNumber')}
      </Button>
    </div>
  );
}
