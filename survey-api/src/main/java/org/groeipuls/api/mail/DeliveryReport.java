package org.groeipuls.api.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reported about letters that it had taken (RFC 3464).
 *
 * @param failed addresses in small letters that will never take mail, with the reason; empty when it only tells of delay
 */
record DeliveryReport(SortedMap<String, Refusing> failed) {
    private static final int LARGEST = 100_000;

    /** The report in a message; empty when it is none. */
    static Optional<DeliveryReport> read(Message message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).isMimeType("message/delivery-status")) {
                return Optional.of(read(parts.getBodyPart(i)));
            }
        }
        return Optional.empty();
    }

    private static DeliveryReport read(BodyPart status) throws MessagingException, IOException {
        byte[] text;
        try (InputStream content = status.getInputStream()) {
            text = content.readNBytes(LARGEST);
        }
        var failed = new TreeMap<String, Refusing>();
        // blocks of fields, parted by empty lines: the first about the message, then one for each address
        for (var block : new String(text, StandardCharsets.UTF_8).split("\\r?\\n\\r?\\n", -1)) {
            var fields = new InternetHeaders(
                    new ByteArrayInputStream((block.strip() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), true);
            var address = address(fields.getHeader("Final-Recipient", null));
            var action = fields.getHeader("Action", null);
            var code = fields.getHeader("Status", null);
            if (address != null && action != null && code != null && forGood(action, code)) {
                failed.put(address, Refusing.of(0, code));
            }
        }
        return new DeliveryReport(failed);
    }

    private static boolean forGood(String action, String status) {
        return action.strip().equalsIgnoreCase("failed") && status.strip().startsWith("5.");
    }

    private static @Nullable String address(@Nullable String field) {
        if (field == null) {
            return null;
        }
        var plain = field.substring(field.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT);
        return plain.startsWith("<") && plain.endsWith(">") ? plain.substring(1, plain.length() - 1) : plain;
    }

    @Override
    public String toString() {
        return "DeliveryReport[not shown]";
    }
}
