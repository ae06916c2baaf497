/** A record's fields as the bytes that are encrypted: who wrote is named once, not at every field. Knows no key. */
import type { DeviceId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import type { FieldState } from '#shared/custody/server-types';

/** [value, change sequence, place in `d`, other values] */
type PackedField = [Json, number, number, (readonly Json[])?];

interface PackedBody {
  readonly d: readonly (DeviceId | 'server')[];
  readonly f: Readonly<Record<string, PackedField>>;
}

export function packFields(fields: Readonly<Record<string, FieldState>>): Buffer {
  const devices = new Map<DeviceId | 'server', number>();
  const packed: Record<string, PackedField> = {};
  for (const path of Object.keys(fields)) {
    const field = fields[path];
    if (!field) continue;
    const place = devices.get(field.device) ?? devices.size;
    devices.set(field.device, place);
    packed[path] = field.others
      ? [field.value, field.seq, place, field.others]
      : [field.value, field.seq, place];
  }
  return Buffer.from(JSON.stringify({ d: [...devices.keys()], f: packed } satisfies PackedBody));
}

export function unpackFields(bytes: Buffer): Record<string, FieldState> {
  const { d, f } = JSON.parse(bytes.toString('utf8')) as PackedBody;
  const fields: Record<string, FieldState> = {};
  for (const path of Object.keys(f)) {
    const field = f[path];
    if (!field) continue;
    const [value, seq, place, others] = field;
    const device = d[place];
    if (device === undefined) throw new Error('A record names a writer that it does not list.');
    fields[path] = { value, seq, device, ...(others && { others }) };
  }
  return fields;
}
