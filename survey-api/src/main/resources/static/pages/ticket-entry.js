// Where the right to answer comes from: the tickets that this device keeps, or that somebody brings along.

import {Refused, isOf, textTicketKey, ticketKey} from './frozen.js';
import {fetchedNow, fromText, wallet} from './ticket.js';

/** A blind ticket: the sheet opens for a ticket of this group that the listed key signed. */
export function ticketEntry(main, {pulse, group}, terms) {
  const inAddress = () => location.hash.slice(1);
  const kept = wallet(pulse);
  const typed = main.querySelector('#code');
  let accepted = false;

  const held = () => (kept.content?.ticket && kept.content.group === group ? kept.content : undefined);

  async function check(tickets) {
    const frozen = await terms();
    await isOf(await ticketKey(frozen, group), tickets);
    if (tickets.text) {
      await isOf(await textTicketKey(frozen, group), tickets.text);
    }
  }

  async function take(text) {
    const read = fromText(text);
    if (!read) {
      throw new Refused('code');
    }
    await check(read);
    return kept.keep({group, ...read});
  }

  // a ticket in the address is moved to this device, so that it does not stay behind in the history of the browser
  async function arrive() {
    const text = inAddress();
    if (text && fromText(text) && (await take(text))) {
      history.replaceState(null, '', location.pathname + location.search);
    }
  }

  return {
    get open() {
      return Boolean(held()) && accepted;
    },
    get known() {
      return Boolean(held());
    },
    get right() {
      const mine = held();
      return mine && (({byTicket}) => byTicket(mine, group));
    },
    get textRight() {
      const text = held()?.text;
      return text && (({textByTicket}) => textByTicket(text, group));
    },
    get writes() {
      return this.textRight !== undefined;
    },
    focus: () => typed.focus(),

    /** What is wrong with the ticket, as the name of a prepared text; undefined when nothing is. */
    async prepare(text) {
      try {
        await (text === undefined ? arrive() : take(text));
        if (held()) {
          await check(held());
        }
        accepted = true;
        return undefined;
      } catch (error) {
        const wrong = error.outcome ?? 'network';
        accepted = wrong === 'network'; // it is checked again before anything is sent
        return wrong;
      }
    },

    /** When the ticket was fetched in this sitting, the two could be matched by somebody who watches. */
    get oneSitting() {
      return fetchedNow(pulse);
    },
  };
}
