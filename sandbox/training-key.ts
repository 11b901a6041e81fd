import { createHash, createPrivateKey, sign } from 'node:crypto';

/** By which laptops know the key: resources/template-keys.json. */
export const trainingKeyId = 'training-1';

/** DER of an Ed25519 key (RFC 8410), without its last 32 bytes. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The practice Network signs with a key that everybody can make out of this sentence. It shows that laptops check, and
 * protects nothing: they take it from a server on their own machine alone (docs/decisions/0023).
 */
const privateKey = createPrivateKey({
  key: Buffer.concat([
    pkcs8Head,
    createHash('sha256').update('Compact Desk: the key of the practice Network, which is no secret').digest(),
  ]),
  format: 'der',
  type: 'pkcs8',
});

/** The Ed25519 signature of the bytes of a form, in base64. */
export const signTemplate = (bytes: Uint8Array): string => sign(null, bytes, privateKey).toString('base64');
