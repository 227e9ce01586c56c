package org.groeipuls.api.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Properties;
import org.groeipuls.api.mail.MailSettings.Bounces;
import org.groeipuls.roster.People;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mailbox where undeliverable mail comes back, when one is configured. Reports are deleted at once, for they
 * quote the letter; other mail is left alone.
 */
final class BounceBox {
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final String PATIENCE = "10000";

    private final @Nullable Bounces box;
    private final Refusals refusals;
    private final People people;
    private final InstantSource clock;
    private volatile Instant next = Instant.EPOCH;

    /** @param box absent when none is configured */
    BounceBox(@Nullable Bounces box, Refusals refusals, People people, InstantSource clock) {
        this.box = box;
        this.refusals = refusals;
        this.people = people;
        this.clock = clock;
    }

    void read() {
        var where = box;
        if (where == null || clock.instant().isBefore(next)) {
            return;
        }
        next = clock.instant().plus(PAUSE);
        try {
            read(where);
        } catch (MessagingException | IOException failed) {
            throw new Post.Unreachable(failed.getClass().getSimpleName());
        }
    }

    private void read(Bounces where) throws MessagingException, IOException {
        var protocol = where.tls() ? "imaps" : "imap";
        var properties = new Properties();
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + limit, PATIENCE);
        }
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        try (var store = Session.getInstance(properties).getStore(protocol)) {
            store.connect(where.host(), where.port(), where.user(), where.password());
            try (var folder = store.getFolder(where.folder())) {
                folder.open(Folder.READ_WRITE);
                for (var message : folder.getMessages()) {
                    var report = DeliveryReport.read(message);
                    if (report.isPresent()) {
                        report.get().failed().forEach(this::note);
                        message.setFlag(Flags.Flag.DELETED, true);
                    }
                }
            }
        }
    }

    private void note(String address, Refusing reason) {
        people.all().stream()
                .filter(person -> person.address().toLowerCase(Locale.ROOT).equals(address))
                .forEach(person -> refusals.note(person.id().subject(), person.address(), reason));
    }
}
