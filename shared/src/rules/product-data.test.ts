import { describe, expect, it } from 'vitest';
import { accountSteps } from '../../data/account-steps.ts';
import { audienceGroups } from '../../data/audience.ts';
import { equipment, equipmentIds, incidentPresets } from '../../data/incidents.ts';
import { procedures } from '../../data/procedures.ts';
import { code } from '../model/field-kinds.ts';
import { listFields } from './form-definition.ts';

const lists = { audienceGroups, equipment, incidentPresets, accountSteps };

describe('what the product ships as data', () => {
  it.each(Object.entries(lists))('%s has each id once, and a record can carry it', (_name, items) => {
    const ids = items.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(code.safeParse(id).success).toBe(true);
  });

  it('knows every piece of equipment that an incident can name', () => {
    expect(equipment.map((item) => item.id)).toEqual([...equipmentIds]);
  });

  it('has a place for no password, passcode or code from a message', () => {
    const fields = procedures.flatMap((entry) => listFields(entry.form));
    const asked = fields.flatMap((field) => [field.id, field.label.vi, field.label.en]).join(' ');
    expect(asked).not.toMatch(/mật khẩu|password|passcode|otp/i);
    expect(
      accountSteps
        .flatMap((step) => step.outcomes.map((item) => Object.keys(item.records ?? {}).join()))
        .join(),
    ).not.toMatch(/password|passcode|otp/i);
  });
});
