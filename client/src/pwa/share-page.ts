/** What whoever has shared a file sees where no dossier's page stays in front of them: what has become of it, and what to do. */
import { share as en } from '../i18n/en/share.ts';
import { share as vi } from '../i18n/vi/share.ts';

export type ShareOutcome = 'taken' | 'nobody' | 'nothing';

/** Nothing of what was shared stands in it. */
export function writeSharePage(outcome: ShareOutcome): Response {
  const page =
    '<!doctype html><html lang="vi"><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Gõ Cửa</title>' +
    '<link rel="stylesheet" href="/share.css">' +
    `<main><h1>${vi[`${outcome}.title`]}</h1><p>${vi[`${outcome}.text`]}</p>` +
    `<p lang="en">${en[`${outcome}.title`]}. ${en[`${outcome}.text`]}</p>` +
    // Where the dossier has it, there is nothing to open: its page is there.
    `${outcome === 'taken' ? '' : `<a href="/">${vi.open}</a>`}</main></html>`;
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
    },
  });
}
