package org.groeipuls.api.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is configured about mail beside the mail server itself ({@code spring.mail}); without a mail server no letter is
 * made.
 *
 * @param from the address that letters come from
 * @param baseUrl where people reach this server, such as {@code https://pulse.city.example}
 * @param bounces a mailbox where undeliverable mail comes back; absent: only what the mail server refuses at once is seen
 */
public record MailSettings(
        @Nullable String from,
        @Nullable URI baseUrl,
        @Nullable Bounces bounces) {
    /** Nothing is configured. */
    public static final MailSettings NONE = new MailSettings(null, null, null);

    /**
     * A mailbox that is read by IMAP. Reports in it are deleted when they were read: they quote the letter.
     *
     * @param tls whether the connection is encrypted from the start
     */
    public record Bounces(
            String host,
            @DefaultValue("993") int port,
            String user,
            @DefaultValue("") String password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("true") boolean tls) {
        @Override
        public String toString() {
            return "Bounces[" + host + "]";
        }
    }

    /** The sender's address. */
    String sender() {
        if (from == null) {
            throw missing("groeipuls.mail.from");
        }
        return from;
    }

    /** The address of a path on this server. */
    String address(String path) {
        if (baseUrl == null) {
            throw missing("groeipuls.mail.base-url");
        }
        var base = baseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** The address of a path, on the server that asked when none is configured. */
    public String addressOr(String asked, String path) {
        return baseUrl == null ? asked + path : address(path);
    }

    /** The name of the server that people reach. */
    String host() {
        var host = baseUrl == null ? null : baseUrl.getHost();
        if (host == null) {
            throw missing("groeipuls.mail.base-url");
        }
        return host;
    }

    /** @throws IllegalStateException when letters could not be written */
    void requireComplete() {
        sender();
        host();
    }

    private static IllegalStateException missing(String key) {
        return new IllegalStateException(
                "spring.mail.host is set, so letters are sent: set " + key + " too, or leave out the mail server");
    }
}
