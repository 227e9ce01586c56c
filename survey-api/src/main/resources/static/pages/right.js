// The right to answer once, by link or by blind ticket, and what a ballot has to bring along to show it.

import {base64, unbase64} from './bytes.js';
import {Refused, ticketKey} from './frozen.js';
import {post} from './sending.js';
import {signedBy, signingKey} from './ticket.js';

export const byCode = (code, group) => ({
  mark: code,

  /** A sheet that is sealed for another group than the code's would not be counted. */
  async check({pulse}) {
    const answer = await post('/api/v1/ballots/form', {pulse, code});
    if (answer.group !== group) {
      throw new Refused('unknown');
    }
  },

  async fields(seal, sequence, sheet) {
    const {sealed} = await seal({ticket: code, group, sequence, sheet});
    return {code, sequence, sealed: base64(sealed)};
  },
});

export const byTicket = (held, group) => ({
  mark: held.ticket,

  /** Only a ticket of the key that everybody sees: one signed with another key would show whose it is. */
  async check(terms) {
    if (!(await signedBy(await ticketKey(terms, group), held))) {
      throw new Refused('unlisted');
    }
  },

  async fields(seal, sequence, sheet) {
    const ballotKey = await signingKey(held);
    const {sealed, signature} = await seal({ticket: unbase64(held.ticket), group, sequence, sheet, ballotKey});
    return {group, ticket: held.ticket, sequence, sealed: base64(sealed), signature: base64(signature)};
  },
});
