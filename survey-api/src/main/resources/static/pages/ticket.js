// Blind tickets on this device: ordering one, turning the blind signature into it, keeping it, and carrying it to
// another device. What is kept here never goes out with a request that says who somebody is.

import {base64, base64url, equal, hex, join, sha256, unbase64} from './bytes.js';
import {blindSignatures, signer} from './blind.js';

const DOMAIN = 'groeipuls/1/ticket\0';
const CURVE = {name: 'ECDSA', namedCurve: 'P-256'};
const [PREFIX, POINT, SCALAR, MODULUS] = [32, 65, 32, 256];
const PAIR = SCALAR + PREFIX + POINT + MODULUS;
// what a carried text starts with, and how many tickets are in it: for answers alone, or also for what is written
const CARRIED = {1: 1, 2: 2};
const scheme = blindSignatures();

async function ticketKey(spki) {
  const key = await signer(spki);
  if (key.length !== MODULUS || key.n >> 2047n !== 1n || key.e !== 65537n) {
    throw new RangeError('not a ticket key: RSA, 2048 bits, e = 65537');
  }
  return key;
}

const message = async (key, point) => join(DOMAIN, await sha256(key.spki), point);

const halves = ({ballotKey: {x, y, d}}) => ({
  point: join(Uint8Array.of(4), unbase64(x), unbase64(y)),
  scalar: unbase64(d),
});

/** Lower-case hex SHA-256 of a public key in DER: what invitations print. */
export const fingerprint = async spki => hex(await sha256(spki));

/**
 * Makes a ballot key and blinds it. Keep the order before sending it: only the same blinded message is signed again
 * when a reply is lost.
 *
 * @param spki the group's ticket key, as the pulse froze it
 * @return texts only, to be kept as JSON; {@code blinded} is what to send
 */
export async function order(spki) {
  const key = await ticketKey(spki);
  const pair = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const {x, y, d} = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const ballotKey = {kty: 'EC', crv: 'P-256', x, y, d};
  const prepared = scheme.prepare(await message(key, halves({ballotKey}).point));
  const {blinded, unblind} = await scheme.blind(key, prepared);
  return {
    ballotKey,
    prefix: base64(prepared.subarray(0, PREFIX)),
    blinded: base64(blinded),
    unblind: base64(unblind),
  };
}

/** The ticket and its ballot key, as texts; throws unless the signature is one of the frozen ticket key. */
export async function redeem(spki, {ballotKey, prefix, unblind}, blindSignature) {
  const key = await ticketKey(spki);
  const {point} = halves({ballotKey});
  const start = unbase64(prefix);
  const prepared = scheme.prepare(await message(key, point), start);
  const signature = await scheme.finalize(key, prepared, unbase64(blindSignature), unbase64(unblind));
  return {ballotKey, ticket: base64(join(start, point, signature))};
}

/** Whether this ticket was signed with this key and belongs to its ballot key. */
export async function signedBy(spki, held) {
  const key = await ticketKey(spki);
  const ticket = unbase64(held.ticket);
  const [prefix, point] = [ticket.subarray(0, PREFIX), ticket.subarray(PREFIX, PREFIX + POINT)];
  const prepared = scheme.prepare(await message(key, point), prefix);
  return equal(point, halves(held).point) && scheme.verify(key, prepared, ticket.subarray(PREFIX + POINT));
}

/** The private key that signs ballots; cannot be exported. */
export const signingKey = ({ballotKey}) => crypto.subtle.importKey('jwk', ballotKey, CURVE, false, ['sign']);

const pack = held => join(halves(held).scalar, unbase64(held.ticket));

function unpack(pair) {
  const ticket = pair.subarray(SCALAR);
  const coordinate = at => base64url(ticket.subarray(PREFIX + at, PREFIX + at + SCALAR));
  const d = base64url(pair.subarray(0, SCALAR));
  const ballotKey = {kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(1 + SCALAR), d};
  return {ballotKey, ticket: base64(ticket)};
}

/** Tickets and ballot keys as one line of text: whoever has it can answer in the holder's place. */
export function asText(held) {
  const pairs = [held, held.text].filter(Boolean).map(pack);
  return base64url(join(Uint8Array.of(pairs.length), ...pairs));
}

/** Reads what {@link asText} wrote, also from behind the # of an address; undefined when it is something else. */
export function fromText(text) {
  let bytes;
  try {
    bytes = unbase64(text.replace(/\s/g, '').replace(/^.*#/, ''));
  } catch {
    return undefined;
  }
  const pairs = CARRIED[bytes[0]];
  if (bytes.length !== 1 + pairs * PAIR) {
    return undefined;
  }
  const [answers, written] = Array.from({length: pairs}, (_, at) =>
    unpack(bytes.subarray(1 + at * PAIR, 1 + (at + 1) * PAIR)),
  );
  return written ? {...answers, text: written} : answers;
}

const place = pulse => `groeipuls-ticket:${pulse}`;

/**
 * The place on this device for one pulse's tickets, beside each other by holder: several people may use one browser.
 * Forgets at the end of the visit where nothing can be stored.
 */
export function wallet(pulse) {
  let here = {};
  return {
    /**
     * {group, keys, orders} while tickets are being fetched, {group, ballotKey, ticket} afterwards, and with an open
     * question text: {ballotKey, ticket} for what is written; by the mark of whoever fetches it, or where one was brought
     * along by its own beginning.
     */
    get all() {
      try {
        return JSON.parse(localStorage.getItem(place(pulse))) ?? here;
      } catch {
        return here; // no storage, or not ours
      }
    },
    /** @return whether it will still be there at the next visit */
    keep(who, content) {
      here = {...this.all, [who]: content};
      try {
        localStorage.setItem(place(pulse), JSON.stringify(here));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Per pulse a holder, remembered until this window is closed; where nothing can be stored, until the page is left. */
function inThisWindow(name) {
  const here = {};
  return {
    of(pulse) {
      try {
        return sessionStorage.getItem(`${name}:${pulse}`) ?? here[pulse];
      } catch {
        return here[pulse];
      }
    },
    is(pulse, who) {
      here[pulse] = who;
      try {
        sessionStorage.setItem(`${name}:${pulse}`, who);
      } catch {
        // no storage: then it is known here only
      }
    },
  };
}

/** Whose ticket is used: of whoever was last in the inbox, or brought one along. */
export const holder = inThisWindow('groeipuls-holder');

/** Who fetched a ticket in this sitting. */
export const fetcher = inThisWindow('groeipuls-fetched');
