/** What stands on the screen while a box cannot be read, without a browser. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllWords } from '../../i18n/language.ts';
import { ContactFields } from './contact-fields.tsx';
import { emptyDraft, type PersonDraft } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { SavedLine } from './saved-line.tsx';

const SAVED = 'Gõ đến đâu lưu trên máy đến đó.';
const EXCEPT = 'Ô nào ghi “chưa lưu được” thì rời màn này là mất.';

beforeAll(() => loadAllWords());

function draw(boxes: Partial<PersonDraft>): string {
  const draft = { ...emptyDraft, fullName: 'Hoàng Thị Mẫu', ...boxes };
  const fields = { draft, faults: [], onChange: () => undefined };
  return renderToStaticMarkup(
    <>
      <PersonFields {...fields} />
      <ContactFields {...fields} />
      <SavedLine draft={draft} text={SAVED} />
    </>,
  );
}

describe('what is said of saving', () => {
  it.each([
    ['nothing else', {}],
    ['what can be read', { born: '1947', personalId: '099 147 000 123', phone: '0987 000 222' }],
    ['a number of somebody who has no telephone', { phone: '0987', phoneOwner: 'none' }],
  ] as const)('is whole with %s', (_what, boxes) => {
    const html = draw(boxes);
    expect(html).toContain(SAVED);
    expect(html).not.toContain('chưa lưu được');
  });

  it.each([
    ['Số căn cước', { personalId: '09914700012' }],
    ['Điện thoại', { phone: '0987' }],
    ['Năm sinh', { born: '31/02/1947' }],
  ] as const)('leaves out a box that cannot be read, which says so itself: %s', (label, boxes) => {
    const html = draw(boxes);
    expect(html).toContain(`${SAVED} ${EXCEPT}`);
    expect(html).toMatch(new RegExp(`<label[^>]*>${label}[^<]*<span[^>]*> · chưa lưu được</span>`));
    expect(html.match(/· chưa lưu được</g)).toHaveLength(1);
  });
});
