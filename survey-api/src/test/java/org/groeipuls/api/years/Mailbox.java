package org.groeipuls.api.years;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mail server of the town, where every letter that was ever handed in is read. */
final class Mailbox implements AutoCloseable {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int read;

    Mailbox() {
        server.start();
    }

    /** What a server has to know to send letters here. */
    List<String> settings() {
        return List.of(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + server.getSmtp().getPort(),
                "--groeipuls.mail.from=puls@town.example",
                "--groeipuls.mail.base-url=https://puls.town.example");
    }

    /** Waits for a letter to everybody, and reads it: each has one, and all of a language say the same. */
    List<Mail> toEverybody(String what, SortedSet<String> addresses) {
        Nodes.await(what + " reached " + addresses.size(), () -> arrived() >= addresses.size());
        var mails = Stream.of(server.getReceivedMessages()).map(Mail::of).toList();
        forget();
        assertThat(mails).as(what).hasSize(addresses.size());
        assertThat(addresses(mails)).as("each got " + what + " once").containsExactlyElementsOf(addresses);
        read += mails.size();
        sayTheSame(what, mails);
        return mails;
    }

    private int arrived() {
        return server.getReceivedMessages().length;
    }

    private void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> addresses(Collection<Mail> mails) {
        return mails.stream().map(Mail::address).sorted().toList();
    }

    /** Whoever had answered by then and whoever had not: nobody could tell from a letter. Leads read that no page shows theirs. */
    static void sayTheSame(String what, Collection<Mail> mails) {
        assertThat(mails)
                .as("languages of " + what)
                .extracting(mail -> Town.language(mail.address()))
                .contains("nl", "en");
        Map<String, SortedSet<String>> words = new TreeMap<>(mails.stream()
                .collect(Collectors.groupingBy(
                        mail -> Town.language(mail.address()) + (Town.leads(mail.address()) ? ", to leads" : ""),
                        Collectors.mapping(Mail::words, Collectors.toCollection(TreeSet::new)))));
        words.forEach(
                (whose, texts) -> assertThat(texts).as("%s, in %s", what, whose).hasSize(1));
    }

    /** Nothing came that nobody waited for. */
    void isEmpty() {
        assertThat(new ArrayList<>(List.of(server.getReceivedMessages()))
                        .stream().map(Mail::of).map(Mail::address))
                .as("letters too many")
                .isEmpty();
    }

    /** How many letters were read. */
    int read() {
        return read;
    }

    @Override
    public void close() {
        server.stop();
    }
}
