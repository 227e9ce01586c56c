// Where the right to answer comes from: the tickets that this device keeps, or that somebody brings along.

import {Refused, isOf, textTicketKey, ticketKey} from './frozen.js';
import {fetcher, fromText, holder, wallet} from './ticket.js';

/** So many characters of a ticket stand for whoever brought it along: all of them are of chance. */
const OWN_MARK = 40;

/** A blind ticket: the sheet opens for a ticket of this group that the listed key signed. */
export function ticketEntry(main, {pulse, group}, terms) {
  const inAddress = () => location.hash.slice(1);
  const kept = wallet(pulse);
  const typed = main.querySelector('#code');
  let accepted = false;
  let found;

  const holders = () => Object.keys(kept.all).filter(who => kept.all[who]?.ticket && kept.all[who].group === group);

  // this page knows no person, and the inbox says whose ticket is meant: without it one is used, and of several none
  function whose() {
    const [one, another] = holders();
    found ??= another ? undefined : one; // and stays in use when somebody else's comes in another window
    return holder.of(pulse) ?? found;
  }

  const held = () => (holders().includes(whose()) ? kept.all[whose()] : undefined);

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
    // beside what others keep here; brought along twice it is the same, and keeps a second ticket that it had
    const who = holders().find(each => kept.all[each].ticket === read.ticket) ?? read.ticket.slice(0, OWN_MARK);
    holder.is(pulse, who);
    return kept.keep(who, {...kept.all[who], group, ...read});
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

    /** Whose drafts are whose, where several people use one browser. */
    get whose() {
      return whose();
    },

    /**
     * What is to be said of the tickets on this device, as names of prepared places. When a ticket was fetched in this
     * sitting, the two could be matched by somebody who watches.
     */
    get says() {
      if (!held()) {
        return holders().length ? ['others'] : [];
      }
      return [holder.of(pulse) ? 'known' : 'unsure', fetcher.of(pulse) === whose() && 'one-sitting'];
    },
  };
}
