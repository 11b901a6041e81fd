import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { canonicalJson, type Json } from './canonical-json.ts';
import { sha256Hex } from './hash.ts';
import {
  cancelledSchema,
  capabilitiesSchema,
  changesQuerySchema,
  changesSchema,
  commentBodySchema,
  decisionAnswerSchema,
  decisionBodySchema,
  deletedSchema,
  endorsementBodySchema,
  invitationBodySchema,
  memberBodySchema,
  membersAnswerSchema,
  mutationsAnswerSchema,
  mutationsRequestSchema,
  problemSchema,
  submissionBodySchema,
  submittedContentSchema,
  trainingRequestSchema,
  trainingSessionSchema,
} from './protocol.ts';
import { schemaVersion } from './protocol-version.ts';

const wire = {
  cancelledSchema,
  capabilitiesSchema,
  changesQuerySchema,
  changesSchema,
  commentBodySchema,
  decisionAnswerSchema,
  decisionBodySchema,
  deletedSchema,
  endorsementBodySchema,
  invitationBodySchema,
  memberBodySchema,
  membersAnswerSchema,
  mutationsAnswerSchema,
  mutationsRequestSchema,
  problemSchema,
  submissionBodySchema,
  submittedContentSchema,
  trainingRequestSchema,
  trainingSessionSchema,
};

/** The hash of the wire schemas of each version that this test has seen. Version 1 came before it. */
const hashes: Readonly<Record<number, string>> = {
  2: '38760f6904758db46d6e406baac83533808f8e6b334cdacc5093a89913958843',
  3: '0b34e9e87417a0d0fe98c55fdcae67968253fb89467eb89cd6fc09c0b6d629fc',
  4: 'da9b36a07754a12beea4fad60389b83fe07a95292b035ad4c1993ab1acf8ea04',
};

test('[VE5] the wire schemas are those of this version: a change of them is a new version in protocol-version.ts', () => {
  const described = Object.fromEntries(
    Object.entries(wire).map(([name, schema]) => [name, z.toJSONSchema(schema, { unrepresentable: 'any' })]),
  );
  expect(sha256Hex(canonicalJson(described as unknown as Json))).toBe(hashes[schemaVersion]);
});
