package org.groeipuls.api.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** Why an address takes no mail, as coarsely as HR needs it. */
public enum Refusing {
    /** There is no such address. */
    UNKNOWN,
    /** The mailbox is full or takes nothing. */
    MAILBOX,
    /** The other side does not want this mail. */
    POLICY,
    OTHER;

    private static final Pattern ENHANCED = Pattern.compile("(?<![0-9.])5\\.([0-9]{1,3})\\.[0-9]{1,3}(?![0-9.])");

    /**
     * By the answer of a mail server (RFC 5321, RFC 3463).
     *
     * @param code the reply code; 0 when there is only a status
     */
    static Refusing of(int code, String text) {
        var enhanced = ENHANCED.matcher(text);
        if (enhanced.find()) {
            return switch (enhanced.group(1)) {
                case "1" -> UNKNOWN;
                case "2" -> MAILBOX;
                case "7" -> POLICY;
                default -> OTHER;
            };
        }
        return switch (code) {
            case 550, 551, 553 -> UNKNOWN;
            case 552 -> MAILBOX;
            default -> OTHER;
        };
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
