/** A word of the head's with a time that cannot be right is shown, and says so. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../custody/work.ts';
import { loadAllWords } from '../../i18n/language.ts';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { DecisionLine } from './decision-line.tsx';

const { t } = createTranslator('vi', messagesVi);
const NOW = Date.parse('2026-11-27T10:00:00Z');
const DECISION = {
  ...({ decision: 'approved' } as const),
  ...{ by: 'Chủ tịch', reason: undefined, counted: undefined, place: undefined },
};
/** A word that only the figures tell of asks for nothing else. */
const work = { communeNow: () => NOW } as Work;

beforeAll(loadAllWords);

function draw(at: string): string {
  const decision = { ...DECISION, at: Date.parse(at) };
  return renderToStaticMarkup(<DecisionLine decision={decision} work={work} />);
}

it('is doubted when it was written in the future, and stands all the same', () => {
  const html = draw('2099-11-27T15:35:00Z');
  expect(html).toContain('22:35, 27/11/2099');
  expect(html).toContain(t('review.decision.oddTime'));
});

it('is not doubted otherwise', () => {
  expect(draw('2026-11-27T09:00:00Z')).not.toContain(t('review.decision.oddTime'));
});
