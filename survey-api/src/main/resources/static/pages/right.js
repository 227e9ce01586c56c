// The right to send something once to one of a pulse's boxes, by link or by blind ticket, and what a ballot has to
// bring along to show it.

import {base64, unbase64} from './bytes.js';
import {Refused, isOf, textTicketKey, textUnit, ticketKey} from './frozen.js';
import {sealing, textBox, textSealing} from './sealing.js';
import {post} from './sending.js';
import {signingKey} from './ticket.js';

const ANSWERS = {
  id: pulse => pulse,
  fields: {},
  sender: (terms, group) => group,
  key: ticketKey,
  seal: terms => sealing(terms).seal,
};

// people write in the name of a larger unit, which the list says and not the page
const TEXTS = {
  id: textBox,
  fields: {box: 'texts'},
  sender: (terms, group) => textUnit(terms, group).unit,
  key: textTicketKey,
  seal: terms => textSealing(terms).seal,
};

const code = box => (code, group) => ({
  mark: code,

  /** A sheet that is sealed for another group than the code's would not be counted. */
  async check(terms) {
    const sender = box.sender(terms, group);
    const answer = await post('/api/v1/ballots/form', {pulse: box.id(terms.pulse), code});
    if (answer.group !== sender) {
      throw new Refused('unknown');
    }
  },

  async request(terms, sequence, sheet) {
    const {sealed} = await box.seal(terms)({ticket: code, group: box.sender(terms, group), sequence, sheet});
    return {pulse: terms.pulse, ...box.fields, code, sequence, sealed: base64(sealed)};
  },
});

const ticket = box => (held, group) => ({
  mark: held.ticket,

  /** Only a ticket of the key that everybody sees. */
  async check(terms) {
    await isOf(await box.key(terms, group), held);
  },

  async request(terms, sequence, sheet) {
    const [ballotKey, sender] = [await signingKey(held), box.sender(terms, group)];
    const {sealed, signature} = await box.seal(terms)({
      ticket: unbase64(held.ticket),
      group: sender,
      sequence,
      sheet,
      ballotKey,
    });
    return {
      pulse: terms.pulse,
      ...box.fields,
      group: sender,
      ticket: held.ticket,
      sequence,
      sealed: base64(sealed),
      signature: base64(signature),
    };
  },
});

export const byCode = code(ANSWERS);
export const byTicket = ticket(ANSWERS);
export const textByCode = code(TEXTS);
export const textByTicket = ticket(TEXTS);
