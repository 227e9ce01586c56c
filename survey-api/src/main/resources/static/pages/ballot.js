// Sends and withdraws one person's answers so that a retry can never count twice.

const ROUTE = '/api/v1/ballots';
const PATIENCE = 20_000;

/** 32 hexadecimal characters that only this browser knows until they are sent. */
function freshNonce() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param pulse id of the pulse
 * @param device remembers the last sequence number: `sequence` can be read and set
 */
export function ballot(pulse, device) {
  let attempt;

  // A leap of chance, so that two devices with one link do not use the same number for different answers.
  function nextSequence() {
    device.sequence = device.sequence + 1 + (crypto.getRandomValues(new Uint32Array(1))[0] >>> 12);
    return device.sequence;
  }

  async function request(method, content) {
    try {
      const response = await fetch(ROUTE, {
        method,
        headers: {'Content-Type': 'application/json', Accept: 'application/json, application/problem+json'},
        body: JSON.stringify({pulse, ...content}),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      });
      return response.ok ? 'done' : meaning(response.status, await response.text());
    } catch {
      return 'network';
    }
  }

  function meaning(status, problem) {
    if (status === 409 && problem.includes('sequence-too-low')) {
      device.sequence += 2 ** 32;
      attempt = undefined;
      return 'later';
    }
    return {404: 'unknown', 409: 'not-open', 400: 'refused', 422: 'refused'}[status] ?? 'network';
  }

  return {
    /** Gives what became of it, and the receipt. The same answers again are the same attempt. */
    async send(code, answers) {
      const content = JSON.stringify([code, answers]);
      if (attempt?.content !== content) {
        attempt = {content, sequence: nextSequence(), nonce: freshNonce()};
      }
      const {sequence, nonce} = attempt;
      return {outcome: await request('POST', {code, sequence, nonce, answers}), nonce};
    },

    async withdraw(code) {
      attempt = undefined;
      const once = () => request('DELETE', {code, sequence: nextSequence()});
      const outcome = await once();
      return outcome === 'later' ? once() : outcome;
    },
  };
}
