// What stays on this device: what was not sent yet, and the last sequence numbers. Never a code or a
// receipt; a blind ticket has a place of its own.

/** A small record per pulse and group; works without storage too, and then forgets. */
export function device(pulse, group) {
  const key = `groeipuls:${pulse}:${group}`;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    // no storage, or not ours: start empty
  }

  function store(change) {
    kept = {...kept, ...change};
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // private window or full: the page still works
    }
  }

  return {
    get draft() {
      return kept.draft ?? {};
    },
    set draft(answers) {
      store({draft: Object.keys(answers).length ? answers : undefined});
    },
    /** What was written for the open question and not sent yet. */
    get text() {
      return typeof kept.text === 'string' ? kept.text : '';
    },
    set text(text) {
      store({text: text || undefined});
    },
    /** The last sequence number of a box, 0 when there is none. */
    sequence(box) {
      const last = kept.sequences?.[box];
      return Number.isSafeInteger(last) && last > 0 ? last : 0;
    },
    keepSequence(box, sequence) {
      store({sequences: {...kept.sequences, [box]: sequence}});
      return sequence;
    },
    /** Whether something was sent from here, by whichever link. */
    get sent() {
      return kept.sent === true;
    },
    set sent(sent) {
      store({sent});
    },
  };
}
