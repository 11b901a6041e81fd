import { type FieldPath, subPath } from './field-path.ts';
import type { FieldMap, FieldValue } from './field-value.ts';
import { foldedName } from './folded-name.ts';
import type { ItemId } from './ids.ts';
import { listItems } from './list-items.ts';
import { isGroup, type Template, type TemplateField, templateFields } from './template.ts';

/** An organization or a person that a document names, with what it says about them by sub-field id. */
export type Party = {
  readonly kind: 'organization' | 'person';
  readonly name: string;
  readonly details: Readonly<Record<string, FieldValue>>;
};

/** A place of a form that asks for a party: its name's field, and those of the details. */
export type PartySlot = {
  readonly kind: Party['kind'];
  /** The list whose items are parties; null where the form asks for one in fields of its own. */
  readonly list: FieldPath | null;
  readonly nameId: string;
  /** Field id by detail. */
  readonly details: Readonly<Record<string, string>>;
};

/** What stays true of a party in another document: not its role there, nor whether it has endorsed, nor its type, of which each form has words of its own. */
const lasting = ['acronym', 'website', 'email', 'position', 'contactName', 'contactEmail', 'country'];

const groupSlot = (field: TemplateField): readonly PartySlot[] => {
  if (!isGroup(field)) return [];
  const ids = field.fields.map(({ id }) => id);
  const isActors = ids.includes('email') && field.kind === 'group';
  if (!ids.includes('name') || (field.kind === 'group' && !isActors)) return [];
  const details = Object.fromEntries(lasting.filter((id) => ids.includes(id)).map((id) => [id, id]));
  return [
    { kind: field.kind === 'people' ? 'person' : 'organization', list: field.id, nameId: 'name', details },
  ];
};

const singleSlot = (field: TemplateField, ids: ReadonlySet<string>): readonly PartySlot[] => {
  if (field.kind !== 'shortText') return [];
  if (/Organization$/.test(field.id))
    return [{ kind: 'organization', list: null, nameId: field.id, details: {} }];
  const stem = /^(.+)Name$/.exec(field.id)?.[1];
  if (stem === undefined) return [];
  const details = Object.fromEntries(
    lasting.flatMap((id) => {
      const whole = `${stem}${id.charAt(0).toUpperCase()}${id.slice(1)}`;
      return ids.has(whole) ? [[id, whole]] : [];
    }),
  );
  return [{ kind: field.personal ? 'person' : 'organization', list: null, nameId: field.id, details }];
};

/**
 * Where a form asks for organizations and people: lists of them, and fields beside each other that are
 * called `xName`, `xEmail`, `xPosition`, or `xOrganization`.
 */
export const partySlots = (template: Template): readonly PartySlot[] => {
  const fields = templateFields(template);
  const ids = new Set(fields.map(({ id }) => id));
  return fields.flatMap((field) => [...groupSlot(field), ...singleSlot(field, ids)]);
};

/** The path of a slot's field, in its item where it is of a list. */
export const slotPath = (slot: PartySlot, item: ItemId | null, id: string): FieldPath =>
  slot.list === null || item === null ? id : subPath(slot.list, item, id);

/** The slot whose name stands at `path`, and the item; null where no party is asked for. */
export const slotAt = (
  template: Template,
  path: FieldPath,
): { readonly slot: PartySlot; readonly item: ItemId | null } | null => {
  const parts = path.split('/');
  const [list = null, item = null, id] = parts.length === 3 ? parts : [null, null, path];
  const slot = partySlots(template).find((each) => each.list === list && each.nameId === id);
  return slot === undefined ? null : { slot, item: item as ItemId | null };
};

/** Every party that a document names. */
export const partiesIn = (template: Template, values: FieldMap): readonly Party[] =>
  partySlots(template).flatMap((slot) =>
    (slot.list === null ? [null] : listItems(values, slot.list)).flatMap((item): readonly Party[] => {
      const name = values[slotPath(slot, item, slot.nameId)];
      if (typeof name !== 'string' || name.trim() === '') return [];
      const details = Object.entries(slot.details).flatMap(([id, field]) => {
        const value = values[slotPath(slot, item, field)];
        return value === undefined || value === '' ? [] : [[id, value] as const];
      });
      return [{ kind: slot.kind, name: name.trim(), details: Object.fromEntries(details) }];
    }),
  );

/** One of each name; what an earlier one of the list does not say, a later one adds. */
export const distinctParties = (parties: readonly Party[]): readonly Party[] => {
  const found = new Map<string, Party>();
  for (const party of parties) {
    const key = `${party.kind} ${foldedName(party.name)}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, details: { ...party.details, ...before.details } } : party);
  }
  return [...found.values()];
};

/**
 * What to set so that a slot holds a party. Details that stand there already stay: the person has
 * written them.
 */
export const partyValues = (
  slot: PartySlot,
  item: ItemId | null,
  party: Party,
  values: FieldMap,
): ReadonlyMap<FieldPath, FieldValue> => {
  const details = Object.entries(slot.details).flatMap(([id, field]) => {
    const path = slotPath(slot, item, field);
    const value = party.details[id];
    const isFree = values[path] === undefined || values[path] === '';
    return value !== undefined && isFree ? [[path, value] as const] : [];
  });
  return new Map([[slotPath(slot, item, slot.nameId), party.name], ...details]);
};
