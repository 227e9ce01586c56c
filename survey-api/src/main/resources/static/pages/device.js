// What stays on this device: answers that were not sent yet, and the last sequence number. Never a code or a
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
    get sequence() {
      return Number.isSafeInteger(kept.sequence) && kept.sequence > 0 ? kept.sequence : 0;
    },
    set sequence(sequence) {
      store({sequence});
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
