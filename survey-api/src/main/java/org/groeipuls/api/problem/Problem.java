package org.groeipuls.api.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A no on the wire (RFC 9457). It does not repeat the address that was asked for, so that what is not there and what is
 * not yours read the same to the byte.
 *
 * @param type stable name of the rule that said no
 * @param title the kind of no, in the caller's language
 * @param detail the first fault in words
 */
public record Problem(
        String type, String title, int status, @Nullable String detail, List<Fault> errors) {
    /**
     * @param pointer JSON pointer to what is wrong; empty for the whole
     * @param code stable name of the rule
     */
    public record Fault(String pointer, String code, String detail) {}
}
