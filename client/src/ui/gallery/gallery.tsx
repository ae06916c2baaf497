/** Every part on screens like the real ones, for looking at during development. No production page leads here. */
import { createRoot } from 'react-dom/client';
import { StrictMode } from 'react';
import type { ComponentType } from 'react';
import '../base.css';
import { loadAllWords, setLanguage } from '../../i18n/language.ts';
import { FormScreen } from './form-screen.tsx';
import { LockScreen } from './lock-screen.tsx';
import { OfficeScreen } from './office-screen.tsx';
import { PartsScreen } from './parts-screen.tsx';
import { SessionScreen } from './session-screen.tsx';
import { StepScreen } from './step-screen.tsx';
import { TodayScreen } from './today-screen.tsx';

const screens: Readonly<Record<string, ComponentType>> = {
  today: TodayScreen,
  session: SessionScreen,
  step: StepScreen,
  form: FormScreen,
  lock: LockScreen,
  parts: PartsScreen,
  office: OfficeScreen,
};

/** /gallery.html?screen=today&lang=en */
async function showGallery(): Promise<void> {
  const query = new URLSearchParams(location.search);
  await (query.get('lang') === 'en' ? setLanguage('en') : loadAllWords());
  const Screen = screens[query.get('screen') ?? ''] ?? PartsScreen;
  const root = document.getElementById('root');
  if (!root) throw new Error('no root');
  createRoot(root).render(
    <StrictMode>
      <Screen />
    </StrictMode>,
  );
}

void showGallery();
