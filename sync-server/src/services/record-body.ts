/** A record's fields as the bytes that are encrypted: who wrote is named once, not at every field. Knows no key. */
import type { DeviceId, OpId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import type { FieldState } from '#shared/custody/server-types';

/** [value, change sequence, place in `d`, other values, operation that came without a place] */
type PackedField = [Json, number, number, (readonly Json[] | null)?, OpId?];

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
    packed[path] = packRest(field, [field.value, field.seq, place]);
  }
  return Buffer.from(JSON.stringify({ d: [...devices.keys()], f: packed } satisfies PackedBody));
}

function packRest({ others, unplaced }: FieldState, [value, seq, place]: PackedField): PackedField {
  if (unplaced !== undefined) return [value, seq, place, others ?? null, unplaced];
  return others ? [value, seq, place, others] : [value, seq, place];
}

export function unpackFields(bytes: Buffer): Record<string, FieldState> {
  const { d, f } = JSON.parse(bytes.toString('utf8')) as PackedBody;
  const fields: Record<string, FieldState> = {};
  for (const path of Object.keys(f)) {
    const field = f[path];
    if (!field) continue;
    const [value, seq, place, others, unplaced] = field;
    const device = d[place];
    if (device === undefined) throw new Error('A record names a writer that it does not list.');
    fields[path] = {
      value,
      seq,
      device,
      ...(others && { others }),
      ...(unplaced !== undefined && { unplaced }),
    };
  }
  return fields;
}
