// Requests of somebody who does not say who they are: no cookie, no referrer, nothing kept.

import {Refused} from './frozen.js';

const PATIENCE = 20_000;
const MEANINGS = {404: 'unknown', 409: 'not-open', 400: 'refused', 413: 'refused', 422: 'refused'};

/** The answer to it; throws Refused with what it means when it was not taken. */
export async function post(route, content) {
  const response = await fetch(route, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Accept: 'application/json, application/problem+json'},
    body: JSON.stringify(content),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE),
  });
  const answer = await response.text();
  if (!response.ok) {
    const later = response.status === 409 && answer.includes('sequence-too-low');
    throw new Refused(later ? 'later' : (MEANINGS[response.status] ?? 'network'));
  }
  return JSON.parse(answer);
}
