package org.groeipuls.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * Name of one scoring rule; what stands under it never changes.
 *
 * @param value 1 to 59 of A-Z a-z 0-9 . _ -, perhaps with an at sign and a number behind it, such as {@code leads-twice@1}
 */
public record RuleVersion(@JsonValue String value) {
    private static final Pattern NUMBER = Pattern.compile("@[1-9][0-9]{0,3}$");
    private static final int LONGEST = 59;
    private static final String BUILT_IN = "local-level@";

    /** @throws IdNotAllowed when the value cannot be a version */
    @JsonCreator
    public RuleVersion {
        IdNotAllowed.check("rule", NUMBER.matcher(value).replaceFirst(""), LONGEST);
    }

    /** Whether the name is kept for rules that come with the product. */
    boolean isReserved() {
        return value.startsWith(BUILT_IN);
    }

    /** The version with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "rule:" + value;
    }
}
