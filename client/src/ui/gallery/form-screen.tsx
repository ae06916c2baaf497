/** Every kind of question. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../button.tsx';
import { CheckGroup } from '../check-group.tsx';
import { CheckRow, SwitchRow } from '../check-row.tsx';
import { ChoiceList } from '../choice-list.tsx';
import { DateField } from '../date-field.tsx';
import { Page } from '../page.tsx';
import { PhoneField } from '../phone-field.tsx';
import { TextField } from '../text-field.tsx';
import { TopBar } from '../top-bar.tsx';
import { GalleryShell } from './gallery-shell.tsx';

const routes = [
  { value: 'self', label: 'Bà Mẫu tự nộp trên máy của bà', detail: 'cần: VNeID mức 2 ✓ · có sóng' },
  { value: 'team', label: 'Tự nộp trên máy tính của tổ' },
  { value: 'relative', label: 'Con hoặc người thân nộp' },
  { value: 'paper', label: 'Ra xã nộp giấy', detail: 'Thủ tục này xã không nhận giấy', disabled: true },
] as const;

export function FormScreen() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [born, setBorn] = useState('1947-03-02');
  const [phone, setPhone] = useState('0912345678');
  const [route, setRoute] = useState<(typeof routes)[number]['value']>('self');
  return (
    <GalleryShell waiting={9} withTabs={false} attention>
      <Page actions={<Button icon="check">{t('shell.action.done')}</Button>}>
        <TopBar backHref="/" backLabel={t('shell.action.back')} title="Người mới · A08" />
        <TextField
          label="Họ và tên"
          value={name}
          onChange={setName}
          error={t('shell.field.required')}
          required
        />
        <DateField
          label="Ngày sinh"
          value={born}
          onChange={setBorn}
          latestYear={2026}
          invalidText={t('shell.field.dateInvalid')}
        />
        <PhoneField
          label="Điện thoại"
          note={t('shell.field.optional')}
          hint="Của bác, của con, hoặc để trống"
          value={phone}
          onChange={setPhone}
        />
        <TextField label="Ghi chú" rows={3} value="" onChange={() => undefined} placeholder="Nhà cuối ngõ" />
        <ChoiceList
          legend={t('dossiers.whoLodges')}
          hint={t('dossiers.whoLodgesHint')}
          choices={routes}
          value={route}
          onChange={setRoute}
        />
        <Consent />
      </Page>
    </GalleryShell>
  );
}

function Consent() {
  const { t } = useTranslation();
  const [given, setGiven] = useState({ record: true, police: false, keep: false });
  const set = (purpose: keyof typeof given) => (checked: boolean) =>
    setGiven({ ...given, [purpose]: checked });
  return (
    <CheckGroup legend={t('consent.agreesTo')}>
      <CheckRow label="Ghi để làm hồ sơ, tài khoản" checked={given.record} onChange={set('record')} />
      <CheckRow label="Báo Công an xã để hẹn mức 2" checked={given.police} onChange={set('police')} />
      <SwitchRow
        label="Giữ giấy tờ cho lần sau"
        detail="Xong việc này vẫn giữ một năm"
        checked={given.keep}
        onChange={set('keep')}
      />
    </CheckGroup>
  );
}
