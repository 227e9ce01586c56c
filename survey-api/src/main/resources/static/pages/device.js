// What stays on this device: what was not sent yet, and the last sequence numbers. Never a code or a
// receipt; a blind ticket has a place of its own. Nothing stays when the pulse is over.

/** Removes all that pages kept of a pulse: tickets, drafts, and what a window remembered. */
export function forget(pulse) {
  try {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage)) {
        const [name, of] = key.split(':');
        if (name.startsWith('groeipuls') && of === pulse) {
          storage.removeItem(key);
        }
      }
    }
  } catch {
    // no storage, nothing to remove
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {}; // no storage, or not ours: start empty
  }
}

/**
 * A small record per pulse, group and holder of a ticket; works without storage too, and then forgets.
 *
 * @param whose gives the holder, so that nobody who shares a browser sees what another one has not sent yet; empty with
 *     links
 */
export function device(pulse, group, whose) {
  const records = {};
  const key = () => ['groeipuls', pulse, group, whose()].filter(Boolean).join(':');
  const handed = () => key().replace('groeipuls', 'groeipuls-handed');
  const record = () => (records[key()] ??= read(key()));

  function store(change) {
    records[key()] = {...record(), ...change};
    try {
      localStorage.setItem(key(), JSON.stringify(record()));
    } catch {
      // private window or full: the page still works
    }
  }

  return {
    get draft() {
      return record().draft ?? {};
    },
    set draft(answers) {
      store({draft: Object.keys(answers).length ? answers : undefined});
    },
    /** What was written for the open question and not sent yet. */
    get text() {
      const {text} = record();
      return typeof text === 'string' ? text : '';
    },
    set text(text) {
      store({text: text || undefined});
    },
    /** The last sequence number of a box, 0 when there is none. */
    sequence(box) {
      const last = record().sequences?.[box];
      return Number.isSafeInteger(last) && last > 0 ? last : 0;
    },
    keepSequence(box, sequence) {
      store({sequences: {...record().sequences, [box]: sequence}});
      return sequence;
    },
    /** Whether something was sent from here, by whichever link. */
    get sent() {
      return record().sent === true;
    },
    set sent(sent) {
      store({sent});
    },
    /** Hands what was sent to the next page of this pulse in this window, such as the one in the other language. */
    handOver(sent) {
      try {
        sessionStorage.setItem(handed(), JSON.stringify(sent));
      } catch {
        // no storage: then the next page begins anew
      }
    },
    /** What was handed over; once, so that nothing of it stays behind. */
    takeOver() {
      try {
        const sent = JSON.parse(sessionStorage.getItem(handed()));
        sessionStorage.removeItem(handed());
        return sent ?? undefined;
      } catch {
        return undefined;
      }
    },
  };
}
