// Looks a receipt up in the whole list of counted ballots, in this browser: the receipt is not sent anywhere.

async function fingerprint(receipt) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(receipt));
  return [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

async function search(pulse, receipt) {
  const response = await fetch(`/api/v1/pulses/${encodeURIComponent(pulse)}`, {
    credentials: 'omit',
    headers: {Accept: 'application/json'},
  });
  if (!response.ok) {
    return 'failed';
  }
  const inclusion = (await response.json()).count?.inclusion ?? [];
  if (inclusion.length === 0) {
    return 'empty';
  }
  // ours are lower case, and whoever copies one may not be; other programs may send capitals, which are hashed as they are
  const prints = await Promise.all([receipt, receipt.toLowerCase()].map(fingerprint));
  return prints.some(print => inclusion.includes(print)) ? 'found' : 'absent';
}

/** Wires the form that asks whether a ballot was counted. */
export function check(form, say) {
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    say(form);
    if (!globalThis.crypto?.subtle) {
      say(form, 'no-crypto');
      return;
    }
    const receipt = form.elements.receipt.value.replace(/\s/g, '');
    say(form, await search(form.dataset.pulse, receipt).catch(() => 'failed'));
  });
}
