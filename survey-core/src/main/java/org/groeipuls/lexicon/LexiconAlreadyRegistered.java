package org.groeipuls.lexicon;

import org.groeipuls.refusal.Refusal;

/** Another list stands under this name and version already. */
public final class LexiconAlreadyRegistered extends Refusal {
    private static final long serialVersionUID = 1;

    LexiconAlreadyRegistered(LexiconId lexicon) {
        super(
                Kind.CONFLICT,
                "lexicon-already-registered",
                "%s is registered with other content and never changes: register yours under a new version"
                        .formatted(lexicon.value()));
    }
}
