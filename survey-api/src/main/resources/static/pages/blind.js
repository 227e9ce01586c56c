// The client of RSA blind signatures, RFC 9474, with SHA-384 and PSS: what the signer signs says nothing about what
// is signed. Arithmetic with BigInt takes longer for some numbers than for others; each blinding is used once, here.

import {bytesOf, chance, join, numberOf, unbase64} from './bytes.js';

const HASH = 'SHA-384';
const HASH_BYTES = 48;

const hash = async bytes => new Uint8Array(await crypto.subtle.digest(HASH, bytes));
const bits = number => number.toString(2).length;

function power(base, exponent, modulus) {
  let result = 1n;
  for (let square = base % modulus; exponent > 0n; exponent >>= 1n, square = (square * square) % modulus) {
    if (exponent & 1n) {
      result = (result * square) % modulus;
    }
  }
  return result;
}

/** The inverse, by Euclid; throws when there is none. */
function inverse(number, modulus) {
  let [low, high, one, other] = [number % modulus, modulus, 1n, 0n];
  while (low > 0n) {
    const times = high / low;
    [low, high, one, other] = [high - times * low, low, other - times * one, one];
  }
  if (high !== 1n) {
    throw new RangeError('a number without an inverse');
  }
  return ((other % modulus) + modulus) % modulus;
}

/** RFC 8017, B.2.1. */
async function mask(seed, length) {
  const blocks = [];
  for (let count = 0; count * HASH_BYTES < length; count++) {
    blocks.push(await hash(join(seed, bytesOf(BigInt(count), 4))));
  }
  return join(...blocks).subarray(0, length);
}

/** EMSA-PSS-ENCODE, RFC 8017, 9.1.1. */
async function encode(message, freeBits, salt) {
  const length = Math.ceil(freeBits / 8);
  const padding = length - salt.length - HASH_BYTES - 2;
  if (padding < 0) {
    throw new RangeError('a key too short for this scheme');
  }
  const digest = await hash(join(new Uint8Array(8), await hash(message), salt));
  const block = join(new Uint8Array(padding), Uint8Array.of(1), salt);
  const masked = (await mask(digest, block.length)).map((byte, at) => byte ^ block[at]);
  masked[0] &= 0xff >> (8 * length - freeBits);
  return join(masked, digest, Uint8Array.of(0xbc));
}

/** Reads an RSA public key from its SubjectPublicKeyInfo in DER; throws when it is none. */
export async function signer(spki) {
  const verifier = await crypto.subtle.importKey('spki', spki, {name: 'RSA-PSS', hash: HASH}, true, ['verify']);
  const {n, e} = await crypto.subtle.exportKey('jwk', verifier);
  const modulus = unbase64(n);
  return {spki, verifier, n: numberOf(modulus), e: numberOf(unbase64(e)), length: modulus.length};
}

function below(modulus) {
  for (;;) {
    const number = numberOf(chance(Math.ceil(bits(modulus) / 8)));
    if (number > 0n && number < modulus) {
      return number;
    }
  }
}

/** One of the four variants; without arguments RSABSSA-SHA384-PSS-Randomized. */
export function blindSignatures({saltBytes = 48, prefixBytes = 32} = {}) {
  return {
    /** @param prefix 32 bytes of chance, or none in the deterministic variants */
    prepare(message, prefix = chance(prefixBytes)) {
      if (prefix.length !== prefixBytes) {
        throw new RangeError(`a prefix has ${prefixBytes} bytes`);
      }
      return join(prefix, message);
    },

    /**
     * @param factor secret number below the key's modulus, used once
     * @return {blinded, unblind}: what to send, and the bytes with which finalize takes the blinding off
     */
    async blind(key, prepared, {salt = chance(saltBytes), factor = below(key.n)} = {}) {
      if (salt.length !== saltBytes || factor <= 0n || factor >= key.n) {
        throw new RangeError('salt or blinding factor out of range');
      }
      const message = numberOf(await encode(prepared, bits(key.n) - 1, salt));
      inverse(message, key.n); // a message that shares a factor with the key would give the key away
      const unblind = inverse(factor, key.n);
      const blinded = (message * power(factor, key.e, key.n)) % key.n;
      return {blinded: bytesOf(blinded, key.length), unblind: bytesOf(unblind, key.length)};
    },

    /** Takes the blinding off; throws unless a valid signature of what was prepared comes out. */
    async finalize(key, prepared, blindSignature, unblind) {
      if (blindSignature.length !== key.length || unblind.length !== key.length) {
        throw new RangeError(`signature and blinding have ${key.length} bytes`);
      }
      const [signed, off] = [numberOf(blindSignature), numberOf(unblind)];
      if (signed >= key.n || off <= 0n || off >= key.n) {
        throw new RangeError('signature or blinding out of range');
      }
      const signature = bytesOf((signed * off) % key.n, key.length);
      if (!(await this.verify(key, prepared, signature))) {
        throw new Error('the signature is not valid');
      }
      return signature;
    },

    /** RSASSA-PSS-VERIFY, by the browser itself and not by the arithmetic above. */
    async verify(key, prepared, signature) {
      return (
        signature.length === key.length &&
        crypto.subtle.verify({name: 'RSA-PSS', saltLength: saltBytes}, key.verifier, signature, prepared)
      );
    },
  };
}
