/** A request's body as the contract says it, or the first field that is not. Decides nothing about what it asks for. */
import type * as z from 'zod/mini';
import { decodeDeviceRequest } from '#shared/contracts/device-request';
import { isErrorCode, type WireError } from '#shared/contracts/error-codes';
import { err, ok, type Result } from '#shared/result';
import type { SignedCaller } from '../services/verify-signed-request.ts';
import type { RouteRequest } from './route.ts';

/** The JSON body of a public route. */
export function readJsonInput<T>({ body }: RouteRequest, schema: z.ZodMiniType<T>): Result<T, WireError> {
  try {
    return check(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)), schema);
  } catch {
    return err({ error: 'malformed' });
  }
}

/** What a device signed beside its name and nonce. */
export function readSignedInput<T>(
  { payload }: SignedCaller,
  schema: z.ZodMiniType<T>,
): Result<T, WireError> {
  const request = decodeDeviceRequest(payload);
  return request.ok ? check(request.value.body, schema) : err({ error: request.error });
}

function check<T>(value: unknown, schema: z.ZodMiniType<T>): Result<T, WireError> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const error = isErrorCode(issue?.message) ? issue.message : 'fieldInvalid';
  return err({ error, ...(field !== '' && { field: field.slice(0, 80) }) });
}
