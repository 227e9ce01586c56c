package org.groeipuls.api.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.api.mail.LinkWays.Way;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Personal links between their making and their last mail. A person and a code stand together in no record: the row has a
 * ciphertext, its key lies in the vault and is destroyed when the pulse closes.
 */
final class SealedLinks {
    private static final int TRIES = 3;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LinkWays ways;
    private final MadeCodes codes;
    private final TextKeys keys;

    SealedLinks(JdbcClient jdbc, TransactionOperations transactions, LinkWays ways, Links links, TextKeys keys) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ways = ways;
        this.codes = new MadeCodes(links);
        this.keys = keys;
    }

    /**
     * Decides that the links of these groups go by mail, and to whom: all of it or nothing, so that whoever comes upon a
     * group finds its people. Where it was decided before, however, that stays.
     */
    void decide(PulseId pulse, SortedMap<GroupId, SortedSet<String>> people) {
        try {
            transactions.executeWithoutResult(transaction -> people.forEach((group, subjects) -> {
                ways.insert(pulse, group, Way.MAIL);
                subjects.forEach(subject -> Outbox.insert(jdbc, pulse, group, subject));
            }));
        } catch (DuplicateKeyException decided) {
            return;
        }
    }

    /**
     * Makes and seals the links of each group whose turn it is; one node at a time, as making them again voids the first.
     * A group that fails holds up no other.
     */
    void seal(PulseId pulse) {
        var groups = new TreeSet<>(ways.groups(pulse, Way.MAIL));
        ways.groups(pulse, Way.LOST).stream()
                .filter(group -> codes.holds(pulse, group))
                .forEach(groups::add);
        var failures = new ArrayList<RuntimeException>();
        for (var group : groups) {
            try {
                sealInTheEnd(pulse, group);
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** A database that says no for a moment is asked again; after that the codes wait here for the next time. */
    private void sealInTheEnd(PulseId pulse, GroupId group) {
        for (int tried = 1; ; tried++) {
            try {
                transactions.executeWithoutResult(transaction -> sealOnce(pulse, group));
                codes.forget(pulse, group);
                return;
            } catch (TransientDataAccessException | RecoverableDataAccessException | TransactionException failed) {
                if (tried == TRIES) {
                    throw failed;
                }
            }
        }
    }

    private void sealOnce(PulseId pulse, GroupId group) {
        var way = ways.lock(pulse, group);
        var people = people(pulse, group);
        if (people.isEmpty() || way.filter(Way::unsealed).isEmpty()) {
            return;
        }
        var made = made(pulse, group);
        made.ifPresent(those -> seal(pulse, people, those.whole()));
        ways.change(pulse, group, made.isPresent() ? Way.SEALED : Way.LOST);
    }

    /** Codes that nobody has yet; empty when they were made elsewhere, and cannot be made again any more. */
    private Optional<Links.Codes> made(PulseId pulse, GroupId group) {
        try {
            return Optional.of(codes.make(pulse, group));
        } catch (Refusal refused) {
            if (refused.code().equals("links-already-issued")) {
                return codes.standing(pulse, group);
            }
            throw refused;
        }
    }

    private void seal(PulseId pulse, List<String> people, List<String> links) {
        if (links.size() < people.size()) {
            throw new IllegalStateException("More people than codes in a group of " + pulse.value());
        }
        var key = keys.establish(pulse.value());
        for (int i = 0; i < people.size(); i++) {
            var subject = people.get(i);
            var sealed = key.seal(place(pulse, subject), links.get(i).getBytes(US_ASCII));
            jdbc.sql("update mail_recipient set link = :link where pulse = :pulse and subject = :subject")
                    .param("link", HexFormat.of().formatHex(sealed))
                    .param("pulse", pulse.value())
                    .param("subject", subject)
                    .update();
        }
    }

    private List<String> people(PulseId pulse, GroupId group) {
        return jdbc.sql("select subject from mail_recipient where pulse = :pulse and grp = :grp order by subject")
                .param("pulse", pulse.value())
                .param("grp", group.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What stands behind the # of somebody's link; empty when the key is gone. */
    Optional<String> open(PulseId pulse, String subject, String sealed) {
        return keys.find(pulse.value())
                .flatMap(key -> key.open(place(pulse, subject), HexFormat.of().parseHex(sealed)))
                .map(code -> new String(code, US_ASCII));
    }

    private static String place(PulseId pulse, String subject) {
        return "mail/" + pulse.value() + "/" + subject;
    }

    /** The pulses whose links can still be opened, or sealed. */
    Set<String> pulses() {
        var pulses = codes.pulses();
        pulses.addAll(keys.pulses());
        return pulses;
    }

    /** Nobody can open these links any more. */
    void destroy(PulseId pulse) {
        codes.forget(pulse);
        keys.destroy(pulse.value());
    }
}
