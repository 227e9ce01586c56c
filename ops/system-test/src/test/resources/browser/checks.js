// Called by the tests of the page's cryptography, one function per question; bytes come and go as hexadecimal text.

import {base64, base64url, bytesOf, chance, hex, join, unbase64} from '/static/pages/bytes.js';
import {blindSignatures, signer} from '/static/pages/blind.js';
import {seal} from '/static/pages/hpke.js';
import {textUnit, ticketKey as keyOfGroup} from '/static/pages/frozen.js';
import {check} from '/static/pages/receipt.js';
import {clean, recognisable} from '/static/pages/recognisable.js';
import {WITHDRAWN, answered, sealing, textSealing, written as writtenSheet} from '/static/pages/sealing.js';
import {asText, fromText, order, redeem, signedBy, signingKey, wallet} from '/static/pages/ticket.js';

const bytes = digits => Uint8Array.from(digits.match(/../g) ?? [], pair => parseInt(pair, 16));
const plain = text => text.replace(/^0x/, '');

async function keyOf({n, e}) {
  const jwk = {kty: 'RSA', n: base64url(bytes(plain(n))), e: base64url(bytes(plain(e)))};
  const key = await crypto.subtle.importKey('jwk', jwk, {name: 'RSA-PSS', hash: 'SHA-384'}, true, ['verify']);
  return signer(new Uint8Array(await crypto.subtle.exportKey('spki', key)));
}

// by Fermat, since p and q are known here: another way than the page's
function inverse(number, {p, q, n}) {
  const [first, second, modulus] = [BigInt(p), BigInt(q), BigInt(n)];
  let result = 1n;
  for (let left = (first - 1n) * (second - 1n) - 1n, square = number; left > 0n; left >>= 1n) {
    result = left & 1n ? (result * square) % modulus : result;
    square = (square * square) % modulus;
  }
  return result;
}

const variant = ({sLen, msg_prefix}) =>
  blindSignatures({saltBytes: parseInt(sLen, 16), prefixBytes: msg_prefix.length / 2});

export async function vector(given) {
  const [key, scheme] = [await keyOf(given), variant(given)];
  const prepared = scheme.prepare(bytes(given.msg), bytes(given.msg_prefix));
  const factor = inverse(BigInt(given.inv), given);
  const {blinded, unblind} = await scheme.blind(key, prepared, {salt: bytes(given.salt), factor});
  const signature = await scheme.finalize(key, prepared, bytes(given.blind_sig), unblind);
  return {
    input_msg: hex(prepared),
    blinded_msg: hex(blinded),
    inv: `0x${hex(unblind)}`,
    sig: hex(signature),
    verified: await scheme.verify(key, prepared, signature),
  };
}

/** What is thrown when the signer answers this; empty when the signature is taken. */
export async function finalized([given, blindSignature]) {
  const [key, scheme] = [await keyOf(given), variant(given)];
  const unblind = bytesOf(BigInt(given.inv), key.length);
  return thrown(() => scheme.finalize(key, bytes(given.input_msg), bytes(blindSignature), unblind));
}

export async function blinded([given, factor]) {
  const key = await keyOf(given);
  return thrown(() => variant(given).blind(key, bytes(given.input_msg), {factor: BigInt(factor)}));
}

export async function verified([given, prepared, signature]) {
  return variant(given).verify(await keyOf(given), bytes(prepared), bytes(signature));
}

async function thrown(action) {
  try {
    await action();
    return '';
  } catch (error) {
    return error.message || error.name;
  }
}

export async function hpke({recipient, ephemeral, info, aad, text}) {
  const {x, y, d} = ephemeral;
  const jwk = {kty: 'EC', crv: 'P-256', x: base64url(bytes(x)), y: base64url(bytes(y))};
  const curve = {name: 'ECDH', namedCurve: 'P-256'};
  const pair = {
    publicKey: await crypto.subtle.importKey('jwk', jwk, curve, true, []),
    privateKey: await crypto.subtle.importKey('jwk', {...jwk, d: base64url(bytes(d))}, curve, true, ['deriveBits']),
  };
  return hex(await seal(bytes(recipient), info, bytes(aad), bytes(text), pair));
}

export const refusedKey = spki => thrown(() => seal(bytes(spki), 'info', bytes(''), bytes('00')));

export async function ballot({pulse, code, group, sequence, nonce, answers, held}) {
  const sheet = answers ? answered(nonce, answers) : WITHDRAWN;
  const ticket = held ? unbase64(held.ticket) : code;
  const ballotKey = held ? await signingKey(held) : undefined;
  const {sealed, signature} = await sealing(pulse).seal({ticket, group, sequence, sheet, ballotKey});
  return {sealed: hex(sealed), signature: signature ? hex(signature) : ''};
}

export const refusedSheet = ({nonce, answers}) => thrown(async () => answered(nonce, answers));

export const ordered = spki => order(bytes(spki));

export const redeemed = ([spki, ordered, blindSignature]) => redeem(bytes(spki), ordered, blindSignature);

export const refusedTicket = ([spki, ordered, blindSignature]) =>
  thrown(() => redeem(bytes(spki), ordered, blindSignature));

export const signed = ([spki, held]) => signedBy(bytes(spki), held);

export const written = held => asText(held);

export const read = text => fromText(text) ?? null;

export const usable = held => thrown(() => signingKey(held));

export const keep = ([pulse, who, content]) => wallet(pulse).keep(who, content ?? undefined);

export const kept = pulse => wallet(pulse).all;

/** A ballot key and something in the size of a ticket that nobody signed. */
export async function madeUp() {
  const pair = await crypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, true, ['sign']);
  const {x, y, d} = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const point = join(Uint8Array.of(4), unbase64(x), unbase64(y));
  return {ballotKey: {kty: 'EC', crv: 'P-256', x, y, d}, ticket: base64(join(chance(32), point, chance(256)))};
}

export async function text({pulse, code, held, unit, sequence, text}) {
  const sheet = text === undefined ? WITHDRAWN : writtenSheet(text);
  const ticket = held ? unbase64(held.ticket) : code;
  const ballotKey = held ? await signingKey(held) : undefined;
  const {sealed} = await textSealing(pulse).seal({ticket, group: unit, sequence, sheet, ballotKey});
  return hex(sealed);
}

export const refusedText = text => thrown(async () => writtenSheet(text));

export const cleaned = text => clean(text);

export const recognised = text => recognisable(text);

export const unitOf = ([terms, group]) => thrown(async () => textUnit(terms, group));

/** What the page says of a receipt that somebody types. */
export async function lookedUp([pulse, typed]) {
  const form = document.createElement('form');
  const field = form.appendChild(document.createElement('input'));
  [form.dataset.pulse, field.name, field.value] = [pulse, 'receipt', typed];
  document.body.append(form);
  return new Promise(said => {
    check(form, (place, name) => name && said(name));
    form.requestSubmit();
  });
}

/** Why the page signs no ticket of a group; "unlisted" when that is not because of its size. */
export const keyOfGroupRefused = ([terms, group]) => thrown(() => keyOfGroup(terms, group));
