/** A paper with letters that lies askew on a dark table, as a photograph; drawn by the browser itself. */
import type { Page } from '@playwright/test';

export interface SheetSettings {
  /** Stands on the paper, in its first line. */
  readonly title?: string;
  readonly width?: number;
  readonly height?: number;
  /** Turned clockwise, in degrees, around its middle. */
  readonly turned?: number;
}

export async function drawSheet(page: Page, settings: SheetSettings = {}): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ title = 'GIẤY KHAI SINH', width = 3000, height = 4000, turned = 8 }) => {
      const canvas = new OffscreenCanvas(width, height);
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.fillStyle = '#4a3423';
      pen.fillRect(0, 0, width, height);
      pen.translate(width / 2, height / 2);
      pen.rotate((turned * Math.PI) / 180);
      const [wide, high] = [width * 0.62, height * 0.66];
      pen.fillStyle = '#f3efe4';
      pen.fillRect(-wide / 2, -high / 2, wide, high);
      pen.fillStyle = '#22222c';
      pen.textAlign = 'center';
      pen.font = `bold ${wide / 12}px sans-serif`;
      pen.fillText(title, 0, -high / 2 + high / 9);
      pen.textAlign = 'left';
      pen.font = `${wide / 30}px sans-serif`;
      for (let line = 0; line < 18; line += 1)
        pen.fillText(
          'Họ, chữ đệm, tên: HOÀNG THỊ MẪU, sinh ngày 02/03/1947',
          -wide * 0.44,
          -high / 4 + (line * high) / 26,
        );
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (let at = 0; at < bytes.length; at += 4096)
        text += String.fromCharCode(...bytes.subarray(at, at + 4096));
      return btoa(text);
    },
    settings,
  );
  return Buffer.from(base64, 'base64');
}
