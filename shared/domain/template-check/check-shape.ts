import * as z from 'zod/mini';
import { isInherited } from '../field-path.ts';
import { fieldKinds, templateSchema } from '../template.ts';
import { errorAt, type RemarkAt, shown, type TemplatePath, textOf, valueAt } from './template-remark.ts';

type Issue = z.core.$ZodIssue;

/** Whether an issue says that this is the branch of another kind of field. */
const isAboutKind = ({ path }: Issue): boolean => path.length === 1 && path[0] === 'kind';

const quoted = (values: readonly unknown[]): string => values.map((value) => shown(value)).join(', ');

/** The properties that may stand at a place, as the schema has them; of a field, those of its kind. */
const propertiesAt = (schema: z.core.$ZodType, input: unknown, path: TemplatePath): readonly string[] => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [part, ...rest] = path;
  switch (def.type) {
    case 'optional':
      return propertiesAt(def.innerType, input, path);
    case 'union': {
      const branch = def.options.find((option) => {
        const { error } = z.safeParse(option, input);
        return error === undefined || !error.issues.some(isAboutKind);
      });
      return branch === undefined ? [] : propertiesAt(branch, input, path);
    }
    case 'array':
      return part === undefined ? [] : propertiesAt(def.element, valueAt(input, [part]), rest);
    case 'object': {
      if (part === undefined) return Object.keys(def.shape);
      const inner = def.shape[String(part)];
      return inner === undefined ? [] : propertiesAt(inner, valueAt(input, [part]), rest);
    }
    default:
      return [];
  }
};

/** Of a text: the six languages. Of anything else that is a group of properties: these. */
const wantedFor = (expected: string, input: unknown, path: TemplatePath): string => {
  if (expected !== 'object') return expected;
  return propertiesAt(templateSchema, input, path).includes('en') ? 'words' : expected;
};

/** A needed text without English, wherever it stands. */
const noEnglish = (path: TemplatePath): RemarkAt => {
  const owner = path.slice(0, -1);
  const isEntry = typeof owner.at(-1) === 'number';
  return errorAt('no-english', isEntry ? owner : owner.slice(0, -1), {
    what: isEntry ? String(owner.at(-2)) : String(owner.at(-1)),
  });
};

const badId = (id: string, path: TemplatePath): RemarkAt =>
  errorAt(isInherited(id) ? 'reserved-id' : 'bad-id', path, { value: id });

const missingAt = (path: TemplatePath, params: RemarkAt['params']): RemarkAt =>
  errorAt('missing', path.slice(0, -1), { what: String(path.at(-1)), ...params });

const remarksOfUnion = (
  issue: z.core.$ZodIssueInvalidUnion,
  input: unknown,
  path: TemplatePath,
): readonly RemarkAt[] => {
  const found = valueAt(input, path);
  if (path.at(-1) === 'kind') {
    return found === undefined
      ? [missingAt(path, { known: fieldKinds.join(', ') })]
      : [
          errorAt('unknown-kind', path.slice(0, -1), {
            value: typeof found === 'string' ? found : shown(found),
            known: fieldKinds.join(', '),
          }),
        ];
  }
  const wanted = issue.errors.map(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 ? first.expected : undefined,
  );
  if (!wanted.includes(undefined)) {
    return [errorAt('wrong-type', path, { value: shown(found), wanted: [...new Set(wanted)].join(' ') })];
  }
  // The branch of the field's own kind, else the one that the file comes nearest. Of a kind that nobody
  // knows, the first says just that.
  const branches = issue.errors.filter((issues) => !issues.some(isAboutKind));
  const branch = branches.find(([first]) => first && first.path.length > 0) ?? branches[0] ?? issue.errors[0];
  return (branch ?? []).flatMap((inner) => remarksOf(inner, input, [...path, ...inner.path]));
};

/** One issue of the schema in words that a person can act on; `path` from the top of the file. */
const remarksOf = (issue: Issue, input: unknown, path: TemplatePath): readonly RemarkAt[] => {
  const found = valueAt(input, path);
  const value = shown(found);
  const isEnglish = path.at(-1) === 'en';
  switch (issue.code) {
    case 'invalid_union':
      return remarksOfUnion(issue, input, path);
    case 'invalid_type': {
      if (isEnglish && found === undefined) return [noEnglish(path)];
      const wanted = wantedFor(issue.expected, input, path);
      return [
        found === undefined ? missingAt(path, { wanted }) : errorAt('wrong-type', path, { value, wanted }),
      ];
    }
    case 'invalid_value': {
      const known = quoted(issue.values);
      return [
        found === undefined ? missingAt(path, { known }) : errorAt('not-one-of', path, { value, known }),
      ];
    }
    case 'unrecognized_keys': {
      const known = propertiesAt(templateSchema, input, path).join(', ');
      return issue.keys.map((what) => errorAt('unknown-property', path, { what, known }));
    }
    case 'too_small':
      if (isEnglish) return [noEnglish(path)];
      if (issue.origin === 'string') return [errorAt('empty', path)];
      return issue.origin === 'number'
        ? [errorAt('too-small', path, { value, least: String(issue.minimum) })]
        : [errorAt('too-few', path, { least: String(issue.minimum) })];
    case 'too_big':
      return issue.origin === 'string'
        ? [errorAt('too-long', path, { most: String(issue.maximum) })]
        : [errorAt('too-many', path, { most: String(issue.maximum) })];
    case 'invalid_format':
      // Of a type of file, `unknown-file-type` says more.
      return path.includes('fileTypes') ? [] : [errorAt('bad-format', path, { value })];
    case 'custom':
      // What names a field is looked up elsewhere, and what concerns the whole file is said at its place.
      return path.at(-1) === 'id' ? [badId(textOf(found), path.slice(0, -1))] : [];
    default:
      return [errorAt('does-not-fit', path, { what: issue.message })];
  }
};

/** All that the schema finds: properties that are missing, too many, of the wrong form. */
export const checkShape = (input: unknown): readonly RemarkAt[] => {
  const parsed = templateSchema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => remarksOf(issue, input, issue.path));
};
