/** Sent with every answer as `Network-Api`; its absence on a 200 means a captive portal. */
export const apiVersion = 1;

/** Wire schema of documents; bumped with every change that an older client could not read. */
export const schemaVersion = 1;

/** Headers of the Network API (sync-protocol.md, Endpoints). */
export const headers = {
  api: 'network-api',
  epoch: 'network-epoch',
  client: 'network-client',
  schema: 'network-schema',
} as const;
