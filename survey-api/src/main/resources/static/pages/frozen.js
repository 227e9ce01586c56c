// What was frozen when a pulse was issued. Fetched without a cookie, so that everybody is shown the same: a key made
// for one person would not be the one that the same device, unknown, finds in the list.

import {fingerprint, signedBy} from './ticket.js';
import {unbase64} from './bytes.js';

/** Leads answer from this many on: they are as many as their unit has, and are merged before they are shown. */
const LEAST_LEADS = 2;

/** Texts are shown from this many people on, so nobody writes in the name of fewer. */
const LEAST_TOGETHER = 10;

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

/** The pulse as everybody sees it, with the keys of its list; throws Refused. */
export async function frozen(pulse) {
  const address = `/api/v1/pulses/${encodeURIComponent(pulse)}`;
  const [view, listed] = await Promise.all([get(address), get(`${address}/keys`)]);
  const keysOf = ({keys, openText}) => JSON.stringify([keys, openText ?? null]);
  if (keysOf(view) !== keysOf(listed)) {
    throw new Refused('unlisted');
  }
  for (const box of [view.keys, view.openText].filter(Boolean)) {
    await announced(box.operator, box.operatorFingerprint);
    await announced(box.council, box.councilFingerprint);
  }
  return view;
}

/** The key that signs the tickets of a group; throws Refused when none is listed or the group is too small to hide in. */
export async function ticketKey({keys, groups, rules}, group) {
  const [listed, asked] = [keys.tickets?.[group], groups.find(each => each.group === group)];
  if (!listed || !asked) {
    throw new Refused('unlisted');
  }
  // no other than issuing refuses (IssuingRules): nobody is invited whom this page sends away
  if (asked.eligible < (asked.teams.length ? rules.minimumGroup : LEAST_LEADS)) {
    throw new Refused('too-small');
  }
  return announced(listed.key, listed.fingerprint);
}

/** Throws Refused unless this key signed the ticket: one signed with a key made for one person would show whose it is. */
export async function isOf(key, held) {
  if (!(await signedBy(key, held))) {
    throw new Refused('unlisted');
  }
}

const unitOf = ({openText}, group) => openText?.units.find(unit => unit.groups.includes(group));

/** Whether the people of a group are asked to write. */
export const writes = (terms, group) => unitOf(terms, group) !== undefined;

/** The unit in whose name a group writes; throws Refused when none is listed or it has too few people to hide among. */
export function textUnit(terms, group) {
  const unit = unitOf(terms, group);
  if (!unit) {
    throw new Refused('unlisted');
  }
  const asked = terms.groups.filter(each => unit.groups.includes(each.group));
  const people = asked.reduce((sum, {eligible}) => sum + eligible, 0);
  if (Math.min(people, unit.eligible) < LEAST_TOGETHER) {
    throw new Refused('too-small');
  }
  return unit;
}

/** The key that signs the tickets with which a group writes; throws as {@link textUnit} does. */
export async function textTicketKey(terms, group) {
  const {ticket} = textUnit(terms, group);
  if (!ticket) {
    throw new Refused('unlisted');
  }
  return announced(ticket.key, ticket.fingerprint);
}
