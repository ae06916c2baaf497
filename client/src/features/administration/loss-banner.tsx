/** Says aloud which phones hold work that has not come home for a day or longer. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { type DeviceGroups, listOldLosses } from './arrange-devices.ts';
import { describeAge } from './describe-device.ts';

export function LossBanner({ groups }: { readonly groups: DeviceGroups }) {
  const translator = useTranslation();
  const { t } = translator;
  const losses = listOldLosses(groups);
  if (losses.length === 0) return null;
  return (
    <Banner tone="attention" title={t('administration.loss.title')}>
      {losses.map(({ device, loss }) => (
        <p key={device.device}>
          {t('administration.loss.row', {
            name: device.name,
            count: loss?.missing ?? 0,
            age: describeAge(loss?.oldestAge ?? 0, translator),
          })}
        </p>
      ))}
      <p>{t('administration.loss.hint')}</p>
    </Banner>
  );
}
