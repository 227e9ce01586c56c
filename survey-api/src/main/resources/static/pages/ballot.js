// Seals and sends what one person says, to one or both of a pulse's boxes, so that a retry can never count twice.
// Taking back looks the same, and so does a text of nothing.

import {chance, hex} from './bytes.js';
import {WITHDRAWN, answered, written} from './sealing.js';
import {post} from './sending.js';

const ROUTE = '/api/v1/ballots';
const THIRTEEN_DIGITS = 10 ** 12;

/** One box: what is to be said there is sealed once, and goes out byte for byte the same until it has arrived. */
function letterbox(name, device, terms) {
  let attempt;

  // A leap of chance, so that two devices with one ticket do not use the same number for different answers; as many
  // digits each time, so that the length of what is sent does not tell a first version from a later one. Each box has
  // numbers of its own: the same ones would tell which text and which answers are of one person.
  function nextSequence() {
    const leap = 1 + (crypto.getRandomValues(new Uint32Array(1))[0] >>> 12);
    return device.keepSequence(name, Math.max(device.sequence(name), THIRTEEN_DIGITS) + leap);
  }

  async function prepare({right, content, sheet}) {
    const known = JSON.stringify([right.mark, content]);
    if (attempt?.known !== known) {
      attempt = undefined;
      const frozen = await terms();
      await right.check(frozen);
      attempt = {known, request: await right.request(frozen, nextSequence(), sheet())};
    }
  }

  /** @param insist whether it replaces what another device sent later without asking once more */
  async function deliver(letter, insist) {
    await prepare(letter);
    if (attempt.arrived) {
      return;
    }
    try {
      await post(ROUTE, attempt.request);
      attempt.arrived = true;
    } catch (error) {
      if (error.outcome !== 'later') {
        throw error;
      }
      device.keepSequence(name, device.sequence(name) + 2 ** 32);
      attempt = undefined;
      if (!insist) {
        throw error;
      }
      await deliver(letter, false);
    }
  }

  return {
    prepare,
    deliver,
    get arrived() {
      return attempt?.arrived === true;
    },
    forget() {
      attempt = undefined;
    },
  };
}

/**
 * @param device remembers the last sequence number per box
 * @param terms gives what was frozen about the pulse
 */
export function ballots(device, terms) {
  const boxes = {answers: letterbox('answers', device, terms), texts: letterbox('texts', device, terms)};
  let nonce;

  /** All of it is sealed and checked before any of it goes; what has arrived does not go again. */
  async function deliver(letters, insist) {
    try {
      for (const [box, letter] of letters) {
        await boxes[box].prepare(letter);
      }
      for (const [box, letter] of letters) {
        // the text follows the answers, which have replaced the others' by then
        await boxes[box].deliver(letter, insist || box === 'texts');
      }
    } catch (error) {
      return {outcome: error.outcome ?? 'network', half: letters.some(([box]) => boxes[box].arrived)};
    }
    letters.forEach(([box]) => boxes[box].forget());
    return {outcome: 'done', half: false};
  }

  const letters = ({answers, text}, first, second) =>
    [['answers', {right: answers, ...first}], text && ['texts', {right: text, ...second}]].filter(Boolean);

  return {
    /**
     * Sends answers, and with the right to write also the text, empty or not.
     *
     * @param rights answers, and text unless nothing is asked
     * @return outcome; half when the answers have arrived and the text has not; nonce, the receipt of the answers
     */
    async send(rights, answers, text) {
      const sheet = () => answered((nonce = hex(chance(16))), answers);
      const sent = letters(rights, {content: answers, sheet}, {content: text, sheet: () => written(text)});
      return {...(await deliver(sent, false)), nonce};
    },

    /** Takes back all that was sent. */
    withdraw(rights) {
      const back = {content: null, sheet: () => WITHDRAWN};
      return deliver(letters(rights, back, back), true);
    },
  };
}
