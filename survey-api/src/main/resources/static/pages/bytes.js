// Bytes, and what they are written as. Numbers are big-endian, text is UTF-8.

const CHUNK = 0x2000;

export const utf8 = text => new TextEncoder().encode(text);

/** Texts count as UTF-8. */
export function join(...parts) {
  const all = parts.map(part => (typeof part === 'string' ? utf8(part) : part));
  const whole = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const equal = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

export const hex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');

export function base64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(text);
}

/** Reads base64 in both alphabets, with or without padding; throws when it is none. */
export const unbase64 = text =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), character => character.charCodeAt(0));

/** Base64 for addresses and for JSON web keys: other signs, no padding. */
export const base64url = bytes => base64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');

export const numberOf = bytes => BigInt(`0x0${hex(bytes)}`);

/** Throws when the number does not fit. */
export function bytesOf(number, length) {
  const digits = number.toString(16).padStart(2 * length, '0');
  if (number < 0n || digits.length > 2 * length) {
    throw new RangeError(`not a number of ${length} bytes`);
  }
  return Uint8Array.from({length}, (_, at) => parseInt(digits.substr(2 * at, 2), 16));
}

export const chance = length => crypto.getRandomValues(new Uint8Array(length));

export const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
