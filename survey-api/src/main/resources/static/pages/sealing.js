// Seals what one person says in two layers, as docs/protocol.md says; all that goes into one box gets one size.

import {bytesOf, join, sha256, unbase64, utf8} from './bytes.js';
import {seal} from './hpke.js';
import {clean} from './recognisable.js';

const SIZES = {blind: {ticket: 353, proof: 64}, link: {ticket: 64, proof: 0}};
// kind, length of the nonce, longest nonce, number of answers
const SHEET = 1 + 1 + 128 + 2;
const LONGEST_TEXT = 500;
// kind, length of the text, the text at four bytes a character
const TEXT_SHEET = 1 + 2 + 4 * LONGEST_TEXT;
const NONCE = /^([0-9a-f]{32,128})$/;
const NOTHING = new Uint8Array(0);
const SIGNING = {name: 'ECDSA', hash: 'SHA-256'};

const largest = sizes => Math.max(...sizes);
const number = (value, length) => bytesOf(BigInt(value), length);

function field(bytes, size) {
  if (bytes.length > size) {
    throw new RangeError(`more than the ${size} bytes that this pulse has for it`);
  }
  return join(number(bytes.length, 2), bytes, new Uint8Array(size - bytes.length));
}

/** The sheet that says that what was sent is taken back. */
export const WITHDRAWN = Uint8Array.of(2);

/**
 * @param nonce the receipt, 32 to 128 hexadecimal characters
 * @param answers per item 1 to 5; what is null or missing was not answered
 */
export function answered(nonce, answers) {
  const given = Object.entries(answers).filter(([, value]) => (value ?? null) !== null);
  if (!NONCE.test(nonce) || given.some(([, value]) => ![1, 2, 3, 4, 5].includes(value))) {
    throw new RangeError('not a sheet');
  }
  given.sort(([one], [other]) => (one < other ? -1 : 1));
  return join(
    Uint8Array.of(1, nonce.length),
    nonce,
    number(given.length, 2),
    ...given.map(([item, value]) => join(Uint8Array.of(utf8(item).length), item, Uint8Array.of(value))),
  );
}

/** @param text at most 500 characters; empty for whoever writes nothing */
export function written(text) {
  if ([...text].length > LONGEST_TEXT || clean(text) !== text) {
    throw new RangeError('not a text');
  }
  const bytes = utf8(text);
  return join(Uint8Array.of(1), number(bytes.length, 2), bytes);
}

/** How answers are sealed. @param view the pulse as GET /api/v1/pulses/{pulse} shows it: pulse, rules, groups and keys */
export const sealing = ({pulse, rules, groups, keys}) =>
  box({
    id: pulse,
    sizes: SIZES[rules.tickets],
    groups: groups.map(({group}) => group),
    sheetBytes:
      SHEET + largest(groups.map(({items}) => items.reduce((bytes, item) => bytes + 2 + utf8(item).length, 0))),
    keys,
  });

/** How what is written is sealed, for a box of its own in which a unit stands in the place of a group. */
export const textSealing = ({pulse, rules, openText}) =>
  box({
    id: textBox(pulse),
    sizes: SIZES[rules.tickets],
    groups: openText.units.map(({unit}) => unit),
    sheetBytes: TEXT_SHEET,
    keys: openText,
  });

/** The name of the box for what is written. */
export const textBox = pulse => `${pulse}/texts`;

function box({id, sizes, groups, sheetBytes, keys}) {
  const groupBytes = largest(groups.map(group => utf8(group).length));
  const info = layer => `groeipuls/1/${layer}\0${id}`;
  const sign = async (key, ...parts) => new Uint8Array(await crypto.subtle.sign(SIGNING, key, join(...parts)));

  return {
    /**
     * @param ticket its bytes, or the code of a link
     * @param sequence the sender's number of this version, 1 or more
     * @param ballotKey private key that belongs to a blind ticket; a link has none
     * @return {sealed, signature}; the signature goes with the request of a blind ticket
     */
    async seal({ticket, group, sequence, sheet, ballotKey}) {
      const turn = number(sequence, 8);
      const inner = await seal(unbase64(keys.operator), info('inner'), utf8(group), field(sheet, sheetBytes));
      const proof = ballotKey
        ? await sign(ballotKey, `groeipuls/1/sheet\0${id}\0${group}\0`, turn, await sha256(inner))
        : NOTHING;
      const outer = join(
        field(join(ticket), sizes.ticket),
        field(utf8(group), groupBytes),
        turn,
        field(proof, sizes.proof),
        inner,
      );
      const sealed = await seal(unbase64(keys.council), info('outer'), NOTHING, outer);
      const signature = ballotKey
        ? await sign(ballotKey, `groeipuls/1/ballot\0${id}\0`, turn, await sha256(sealed))
        : undefined;
      return {sealed, signature};
    },
  };
}
