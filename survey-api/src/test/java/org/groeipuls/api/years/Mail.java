package org.groeipuls.api.years;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A letter that reached somebody.
 *
 * @param group whose page its link leads to; empty without one
 * @param code what stands behind the # of a personal link, without the code for texts; empty without one
 * @param words all of it, as text and as a page, without the link
 */
record Mail(String address, String group, String code, String words) {
    private static final Pattern LINK = Pattern.compile("/answer/[^/\\s]+/([^?\\s]+)\\?lang=[a-z]+(#[a-z2-7]+)?\\S*");
    private static final Pattern ANY_LINK = Pattern.compile("/answer/[^\\s\"<]+");

    static Mail of(MimeMessage message) {
        try {
            var parts = (MimeMultipart) message.getContent();
            var plain = parts.getBodyPart(0).getContent().toString();
            var html = parts.getBodyPart(1).getContent().toString();
            var link = LINK.matcher(plain);
            boolean found = link.find();
            var code = found ? link.group(2) : null;
            return new Mail(
                    message.getAllRecipients()[0].toString(),
                    found ? link.group(1) : "",
                    code == null ? "" : code.substring(1),
                    ANY_LINK.matcher(message.getSubject() + "\n" + plain + "\n" + html)
                            .replaceAll("/answer"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
