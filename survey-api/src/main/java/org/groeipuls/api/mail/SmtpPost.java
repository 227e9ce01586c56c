package org.groeipuls.api.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands letters in by SMTP, one at a time on one connection. Exceptions of the library quote addresses: none leaves here. */
final class SmtpPost implements Post {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JavaMailSenderImpl server;
    private final MailSettings settings;
    private final InstantSource clock;
    private final SecureRandom chance;

    SmtpPost(JavaMailSenderImpl server, MailSettings settings, InstantSource clock, SecureRandom chance) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public Round begin() {
        try {
            var protocol = server.getProtocol();
            var transport = server.getSession().getTransport(protocol == null ? "smtp" : protocol);
            transport.connect(
                    server.getHost(), server.getPort(), nothing(server.getUsername()), nothing(server.getPassword()));
            return new Connection(transport);
        } catch (MessagingException failed) {
            throw new Unreachable(failed.getClass().getSimpleName());
        }
    }

    private static @Nullable String nothing(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private final class Connection implements Round {
        private final Transport transport;

        private Connection(Transport transport) {
            this.transport = transport;
        }

        @Override
        public Answer hand(String address, Letter letter) {
            try {
                var to = new InternetAddress(address, true);
                var message = message(to, letter);
                transport.sendMessage(message, new InternetAddress[] {to});
                return new Answer.Taken();
            } catch (jakarta.mail.internet.AddressException unreadable) {
                return new Answer.Refused(Refusing.UNKNOWN);
            } catch (MessagingException failed) {
                return answer(failed);
            }
        }

        private Answer answer(MessagingException failed) {
            for (Exception at = failed; at instanceof MessagingException one; at = one.getNextException()) {
                if (at instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500) {
                    return new Answer.Refused(
                            Refusing.of(address.getReturnCode(), String.valueOf(address.getMessage())));
                }
            }
            if (failed instanceof SMTPSendFailedException whole
                    && whole.getReturnCode() >= 500
                    && !String.valueOf(whole.getCommand()).startsWith("MAIL")) {
                return new Answer.Rejected();
            }
            return transport.isConnected() ? new Answer.Later() : new Answer.Gone();
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException alreadyGone) {
                // what was handed in was answered before
                return;
            }
        }
    }

    private MimeMessage message(InternetAddress to, Letter letter) throws MessagingException {
        var message = new Anonymous(server.getSession(), id());
        message.setFrom(new InternetAddress(settings.sender(), true));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), "UTF-8");
        // of the day's minute: how fast letters follow each other is nobody's business
        message.setHeader("Date", DATE.format(clock.instant().truncatedTo(ChronoUnit.MINUTES)));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("List-Id", "<" + letter.list() + ">");
        message.setHeader("Content-Language", letter.language());
        var plain = new MimeBodyPart();
        plain.setText(letter.plain(), "UTF-8", "plain");
        var html = new MimeBodyPart();
        html.setText(letter.html(), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    private String id() {
        byte[] random = new byte[16];
        chance.nextBytes(random);
        return "<" + HexFormat.of().formatHex(random) + "@" + settings.host() + ">";
    }

    /** The library's own ids count letters and name the machine's user. */
    private static final class Anonymous extends MimeMessage {
        private final String id;

        private Anonymous(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
