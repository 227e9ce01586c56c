// What was frozen when a pulse was issued. Fetched without a cookie, so that everybody is shown the same: a key made
// for one person would not be the one that the same device, unknown, finds in the list.

import {fingerprint} from './ticket.js';
import {sealing} from './sealing.js';
import {unbase64} from './bytes.js';

/** Why something cannot go on, as the name of a prepared text. */
export class Refused extends Error {
  constructor(outcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

async function get(path) {
  const response = await fetch(path, {credentials: 'omit', cache: 'no-store', headers: {Accept: 'application/json'}});
  if (!response.ok) {
    throw new Refused('network');
  }
  return response.json();
}

async function announced(key, print) {
  const spki = unbase64(key);
  if ((await fingerprint(spki)) !== print) {
    throw new Refused('unlisted');
  }
  return spki;
}

/** The pulse as everybody sees it, with the keys of its list and with seal; throws Refused. */
export async function frozen(pulse) {
  const address = `/api/v1/pulses/${encodeURIComponent(pulse)}`;
  const [view, {keys}] = await Promise.all([get(address), get(`${address}/keys`)]);
  if (JSON.stringify(view.keys) !== JSON.stringify(keys)) {
    throw new Refused('unlisted');
  }
  await announced(keys.operator, keys.operatorFingerprint);
  await announced(keys.council, keys.councilFingerprint);
  return {...view, seal: sealing(view).seal};
}

/** The key that signs the tickets of a group; throws Refused when none is listed or the group is too small to hide in. */
export async function ticketKey({keys, groups, rules}, group) {
  const [listed, asked] = [keys.tickets?.[group], groups.find(each => each.group === group)];
  if (!listed || !asked) {
    throw new Refused('unlisted');
  }
  if (asked.eligible < rules.minimumGroup) {
    throw new Refused('too-small');
  }
  return announced(listed.key, listed.fingerprint);
}
