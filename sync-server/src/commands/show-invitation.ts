/** An invitation as a terminal shows it: address, code, and a QR code of both. Makes none. */
import { renderUnicodeCompact } from 'uqr';

export interface ShownInvitation {
  /** Who it is for: "Cán bộ một cửa · one-stop officer". */
  readonly title: string;
  readonly name: string;
  /** Origin of the app, without a path. */
  readonly url: string;
  readonly code: string;
}

function invitationUrl({ url, code }: Pick<ShownInvitation, 'url' | 'code'>): string {
  return `${url}/?ma=${code.replace('-', '')}`;
}

export function showInvitation(invitation: ShownInvitation): string {
  const { title, name, url, code } = invitation;
  const square = renderUnicodeCompact(invitationUrl(invitation), { border: 2 });
  return [`── ${title}: ${name}`, `   ${url}`, `   Mã mời · code   ${code}`, square].join('\n');
}
