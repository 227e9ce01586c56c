// HPKE, RFC 9180: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, one message per sender.

import {equal, join, utf8} from './bytes.js';

const VERSION = 'HPKE-v1';
const CURVE = {name: 'ECDH', namedCurve: 'P-256'};
const KEM = join('KEM', Uint8Array.of(0x00, 0x10));
const SUITE = join('HPKE', Uint8Array.of(0x00, 0x10, 0x00, 0x01, 0x00, 0x01));
const NOTHING = new Uint8Array(0);

// the 26 bytes that stand before the point in every SubjectPublicKeyInfo of P-256
const SPKI = Uint8Array.of(
  ...[0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01],
  ...[0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00],
);
export const POINT = 65;
/** What sealing adds: the encapsulated key and the tag. */
export const OVERHEAD = POINT + 16;

async function hmac(key, ...parts) {
  const imported = await crypto.subtle.importKey('raw', key, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, join(...parts)));
}

// HMAC fills a short key up with zeros, so these 32 are the empty salt, which WebCrypto does not take as a key
const extract = (suite, salt, label, material) =>
  hmac(salt.length ? salt : new Uint8Array(32), VERSION, suite, label, material);

// one block of HKDF-Expand, which is all that this suite needs
const expand = async (suite, key, label, info, length) =>
  (await hmac(key, Uint8Array.of(0, length), VERSION, suite, label, info, Uint8Array.of(1))).subarray(0, length);

/** The uncompressed point of a P-256 public key in DER; throws when it is none. */
export function pointOf(spki) {
  if (spki.length !== SPKI.length + POINT || !equal(spki.subarray(0, SPKI.length), SPKI) || spki[SPKI.length] !== 4) {
    throw new RangeError('not a P-256 public key');
  }
  return spki.subarray(SPKI.length);
}

async function encapsulate(point, ephemeral) {
  const recipient = await crypto.subtle.importKey('raw', point, CURVE, false, []);
  const pair = ephemeral ?? (await crypto.subtle.generateKey(CURVE, false, ['deriveBits']));
  const secret = await crypto.subtle.deriveBits({name: 'ECDH', public: recipient}, pair.privateKey, 256);
  const enc = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key = await extract(KEM, NOTHING, 'eae_prk', new Uint8Array(secret));
  return {enc, shared: await expand(KEM, key, 'shared_secret', join(enc, point), 32)};
}

/**
 * Gives the encapsulated key and behind it the ciphertext.
 *
 * @param spki P-256 public key of the one who may open it
 * @param info text to which the whole is bound
 * @param ephemeral the sender's pair of keys, used once; made here unless a test vector prescribes it
 */
export async function seal(spki, info, aad, plain, ephemeral) {
  const {enc, shared} = await encapsulate(pointOf(spki), ephemeral);
  const [nothing, bound] = await Promise.all([
    extract(SUITE, NOTHING, 'psk_id_hash', NOTHING),
    extract(SUITE, NOTHING, 'info_hash', utf8(info)),
  ]);
  const context = join(Uint8Array.of(0), nothing, bound);
  const secret = await extract(SUITE, shared, 'secret', NOTHING);
  const iv = await expand(SUITE, secret, 'base_nonce', context, 12);
  const bytes = await expand(SUITE, secret, 'key', context, 16);
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt({name: 'AES-GCM', iv, additionalData: aad}, key, plain);
  return join(enc, new Uint8Array(sealed));
}
