/** Sent with every answer as `Network-Api`; its absence on a 200 means a captive portal. */
export const apiVersion = 1;

/** Wire schema of this version; bumped with every change of the schemas (a test holds their hash). */
export const schemaVersion = 4;

/** The oldest wire schema that the server still takes. */
export const oldestSchemaVersion = 1;

/** Headers of the Network API (sync-protocol.md, Endpoints). */
export const headers = {
  api: 'network-api',
  epoch: 'network-epoch',
  client: 'network-client',
  schema: 'network-schema',
  /** Percent-encoded account whose elements or submission these are, where somebody else brings them (OB1). */
  onBehalfOf: 'on-behalf-of',
  /** With a form: the id of the key that signed it, and the Ed25519 signature of its bytes in base64 (FO1). */
  templateKey: 'template-key',
  templateSignature: 'template-signature',
} as const;
