/** What may be changed about a slip before it leaves: the name, the number to call, what stands on it, and its shape. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { CheckGroup } from '../../ui/check-group.tsx';
import { CheckRow } from '../../ui/check-row.tsx';
import { PhoneField } from '../../ui/phone-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type SlipFormat = 'fourUp' | 'a5' | 'image';

export interface SlipChoice {
  readonly name: string;
  readonly ownPhone: string;
  readonly account: boolean;
  readonly dossiers: readonly string[];
  readonly format: SlipFormat;
  /** Other people of the session, printed on the same sheets. */
  readonly others: readonly string[];
}

type ChoiceProps = Pick<SlipOptionsProps, 'choice' | 'onChange'>;

export function FormatChoice({ choice, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      legend={t('slips.screen.format')}
      choices={(['fourUp', 'a5', 'image'] as const).map((value) => ({
        value,
        label: t(`slips.screen.${value}`),
      }))}
      value={choice.format}
      onChange={(format) => onChange({ format })}
    />
  );
}

interface Named {
  readonly record: string;
  readonly name: string;
}

interface SlipOptionsProps {
  readonly choice: SlipChoice;
  readonly onChange: (fields: Partial<SlipChoice>) => void;
  readonly hasAccount: boolean;
  readonly hasCommunePhone: boolean;
  readonly dossiers: readonly Named[];
  readonly companions: readonly Named[];
}

const LONGEST_NAME = 80;

export function SlipOptions(props: SlipOptionsProps) {
  const { choice, onChange, hasCommunePhone, companions } = props;
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('slips.screen.name')}
        hint={t('slips.screen.nameHint')}
        value={choice.name}
        maxLength={LONGEST_NAME}
        onChange={(name) => onChange({ name })}
        data-testid="slip-name"
      />
      <PhoneField
        label={t('slips.screen.phone')}
        hint={t(hasCommunePhone ? 'slips.screen.phoneHint' : 'slips.screen.phoneHintBlank')}
        value={choice.ownPhone}
        onChange={(ownPhone) => onChange({ ownPhone })}
        data-testid="slip-phone"
      />
      <PartChoice {...props} />
      {choice.format !== 'image' && companions.length > 0 && (
        <CheckGroup legend={t('slips.screen.others')} hint={t('slips.screen.othersHint')}>
          {companions.map(({ record, name }) => (
            <CheckRow
              key={record}
              label={name}
              checked={choice.others.includes(record)}
              onChange={(isChosen) => onChange({ others: toggle(choice.others, record, isChosen) })}
            />
          ))}
        </CheckGroup>
      )}
    </>
  );
}

/** Only where there is something to choose between. */
function PartChoice({ choice, onChange, hasAccount, dossiers }: SlipOptionsProps) {
  const { t } = useTranslation();
  if (dossiers.length + (hasAccount ? 1 : 0) < 2) return null;
  return (
    <CheckGroup legend={t('slips.screen.parts')}>
      {hasAccount && (
        <CheckRow
          label={t('slips.account.title')}
          checked={choice.account}
          onChange={(account) => onChange({ account })}
        />
      )}
      {dossiers.map(({ record, name }) => (
        <CheckRow
          key={record}
          label={name}
          checked={choice.dossiers.includes(record)}
          onChange={(isChosen) => onChange({ dossiers: toggle(choice.dossiers, record, isChosen) })}
        />
      ))}
    </CheckGroup>
  );
}

function toggle(list: readonly string[], one: string, isChosen: boolean): string[] {
  const others = list.filter((item) => item !== one);
  return isChosen ? [...others, one] : others;
}
