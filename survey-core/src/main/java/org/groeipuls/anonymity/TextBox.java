package org.groeipuls.anonymity;

import java.util.Optional;

/**
 * The second box of a pulse with an open question: what people write lies in a box of its own, with keys, tickets and a
 * database of its own, so that nothing joins a text with answers. It is called by the id that this class gives.
 */
public final class TextBox {
    private static final String TEXTS = "/texts";

    private TextBox() {}

    /** The id of the text box of this pulse; no pulse has such an id. */
    public static String of(String pulse) {
        return pulse + TEXTS;
    }

    /** The pulse whose text box this is; empty when it is no text box. */
    public static Optional<String> pulse(String box) {
        return box.endsWith(TEXTS) ? Optional.of(box.substring(0, box.length() - TEXTS.length())) : Optional.empty();
    }
}
