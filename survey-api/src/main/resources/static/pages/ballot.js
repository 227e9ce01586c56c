// Seals and sends one person's answers so that a retry can never count twice. Taking answers back looks the same.

import {chance, hex} from './bytes.js';
import {WITHDRAWN, answered} from './sealing.js';
import {post} from './sending.js';

const ROUTE = '/api/v1/ballots';
const THIRTEEN_DIGITS = 10 ** 12;

/**
 * @param device remembers the last sequence number: `sequence` can be read and set
 * @param terms gives what was frozen about the pulse
 */
export function ballot(device, terms) {
  let attempt;

  // A leap of chance, so that two devices with one ticket do not use the same number for different answers; as many
  // digits each time, so that the length of what is sent does not tell a first version from a later one.
  function nextSequence() {
    const leap = 1 + (crypto.getRandomValues(new Uint32Array(1))[0] >>> 12);
    device.sequence = Math.max(device.sequence, THIRTEEN_DIGITS) + leap;
    return device.sequence;
  }

  async function seal(right, sheet) {
    const frozen = await terms();
    await right.check(frozen);
    return {pulse: frozen.pulse, ...(await right.fields(frozen.seal, nextSequence(), sheet))};
  }

  async function outcome(action) {
    try {
      await action();
      return 'done';
    } catch (error) {
      if (error.outcome === 'later') {
        device.sequence += 2 ** 32;
        attempt = undefined;
      }
      return error.outcome ?? 'network';
    }
  }

  return {
    /** Gives what became of it, and the receipt. The same answers again are the same attempt, byte for byte. */
    async send(right, answers) {
      const content = JSON.stringify([right.mark, answers]);
      const result = await outcome(async () => {
        if (attempt?.content !== content) {
          const nonce = hex(chance(16));
          attempt = {content, nonce, request: await seal(right, answered(nonce, answers))};
        }
        await post(ROUTE, attempt.request);
      });
      return {outcome: result, nonce: attempt?.nonce};
    },

    async withdraw(right) {
      attempt = undefined;
      const once = () => outcome(async () => post(ROUTE, await seal(right, WITHDRAWN)));
      const first = await once();
      return first === 'later' ? once() : first;
    },
  };
}
