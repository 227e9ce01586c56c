// Fetches entry codes: the server signs what it cannot read for somebody whom it knows. Of the answer to come, of the
// ballot key and of the ticket nothing is in this request.

import {Refused, frozen, textTicketKey, ticketKey, writes} from './frozen.js';
import {asText, fetcher, fingerprint, holder, order, redeem, wallet} from './ticket.js';

// 422: the message does not fit the key that signs, so that is not the key for which it was made
const MEANINGS = {401: 'sign-in', 403: 'sign-in', 404: 'not-asked', 409: 'refused', 422: 'unlisted'};
const {csrf} = document.querySelector('[data-inbox]').dataset;

const each = async (parts, change) =>
  Object.fromEntries(await Promise.all(Object.entries(parts).map(async ([name, part]) => [name, await change(part, name)])));

/** The server's blind signatures of these orders, per box; it gives the same again when the reply was lost. */
async function signed(pulse, orders) {
  const response = await fetch(`/inbox/${encodeURIComponent(pulse)}/tickets`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': csrf},
    body: JSON.stringify({blindedMessages: await each(orders, order => order.blinded)}),
    cache: 'no-store',
    redirect: 'manual',
  });
  const answer = await response.text();
  if (!response.ok) {
    const taken = response.status === 409 && answer.includes('ticket-already-issued');
    const wrong = response.type === 'opaqueredirect' ? 'sign-in' : (MEANINGS[response.status] ?? 'network');
    throw new Refused(taken ? 'elsewhere' : wrong);
  }
  return JSON.parse(answer).blindSignatures;
}

/** The listed keys that sign: of the group, and with an open question of the unit in whose name its people write. */
async function signers(terms, group) {
  const keys = {group: await ticketKey(terms, group)};
  return writes(terms, group) ? {...keys, text: await textTicketKey(terms, group)} : keys;
}

async function fetchTickets({pulse, group, holder: who}, kept) {
  const mine = kept.all[who];
  if (mine?.ticket) {
    return; // another tab was faster
  }
  const spki = await signers(await frozen(pulse), group);
  const keys = await each(spki, fingerprint);
  const standing = JSON.stringify(mine?.keys) === JSON.stringify(keys) && mine.orders;
  const orders = standing || (await each(spki, order));
  // kept before they are sent: if the reply is lost, only these very orders are signed again
  if (!kept.keep(who, {group, keys, orders})) {
    throw new Refused('no-storage');
  }
  const signatures = await signed(pulse, orders).catch(error => {
    if (error.outcome === 'elsewhere') {
      kept.keep(who, undefined);
    }
    throw error;
  });
  const held = await each(orders, (ordered, box) => redeem(spki[box], ordered, signatures[box])).catch(() => {
    throw new Refused('unlisted');
  });
  kept.keep(who, {...held.group, group, ...(held.text && {text: held.text})});
}

function entrance(place) {
  const {pulse, group, holder: who} = place.dataset;
  const part = selector => place.querySelector(selector);
  const kept = wallet(pulse);
  const button = part('[data-do=fetch]');

  const say = name => {
    for (const text of place.querySelectorAll('[data-say]')) {
      text.hidden = text.dataset.say !== name;
    }
  };

  function show() {
    const mine = kept.all[who];
    const held = mine?.ticket && mine.group === group;
    part('[data-when=none]').hidden = Boolean(held);
    part('[data-when=held]').hidden = !held;
    if (held) {
      const address = new URL(part('[data-answer-link]').href);
      address.search = '';
      part('[data-ticket]').textContent = `${address}#${asText(mine)}`;
    }
    part('[data-when=others]').hidden = !Object.keys(kept.all).some(each => each !== who && kept.all[each]?.ticket);
    const sitting = part('[data-when=just-now]');
    if (sitting) {
      sitting.hidden = fetcher.of(pulse) !== who;
    }
  }

  button.addEventListener('click', async () => {
    button.disabled = true;
    say('fetching');
    try {
      await navigator.locks.request('groeipuls-ticket', () => fetchTickets(place.dataset, kept));
      fetcher.is(pulse, who);
      say('fetched');
      show();
      part('[data-held-title]').focus();
    } catch (error) {
      say(error.outcome ?? 'network');
    }
    button.disabled = false;
  });

  part('[data-do=copy]').addEventListener('click', async () => {
    await navigator.clipboard.writeText(part('[data-ticket]').textContent);
    say('copied');
  });

  part('[data-do=copy]').hidden = !navigator.clipboard;
  button.hidden = false;
  holder.is(pulse, who); // the answering page knows no person: in this window it uses this one's ticket and nobody else's
  show();
}

document.querySelectorAll('[data-entrance]').forEach(entrance);
