package org.groeipuls.ballot;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.groeipuls.anonymity.BoxSecret;
import org.groeipuls.anonymity.LinkTicket;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.Sealing;
import org.groeipuls.ballot.Acknowledgement.Outcome;
import org.groeipuls.ballot.BoxTables.Gate;
import org.groeipuls.ballot.BoxTables.Row;
import org.groeipuls.ballot.BoxTerms.GroupTerms;
import org.jspecify.annotations.Nullable;

/**
 * The box of one pulse. A ballot holds the gate that its mark leads to until it is committed; closing holds all gates.
 * So closing waits for the ballots under way, two ballots of one ticket never meet, and ballots of different tickets
 * rarely wait for each other.
 */
final class Box {
    private final BoxTables tables;
    private final BoxTerms terms;
    private final Function<String, BoxSecret> secrets;
    private final Sealing sealing;
    private final String keyPrint;
    private volatile @Nullable BoxSecret secret;

    Box(BoxTables tables, BoxTerms terms, Function<String, BoxSecret> secrets) {
        this.tables = tables;
        this.terms = terms;
        this.secrets = secrets;
        this.sealing = sealing(terms);
        this.keyPrint = PublicKeys.fingerprint(terms.keys().operator());
    }

    private static Sealing sealing(BoxTerms terms) {
        int longestGroup = terms.groups().keySet().stream()
                .mapToInt(group -> group.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .max()
                .orElseThrow();
        int largestSheet = Sheet.largest(
                terms.groups().values().stream().map(GroupTerms::items).toList());
        return Sealing.of(terms.pulse(), terms.keys(), longestGroup, largestSheet);
    }

    BoxTables tables() {
        return tables;
    }

    BoxTerms terms() {
        return terms;
    }

    Sealing sealing() {
        return sealing;
    }

    /** @throws BallotRefusal.TicketUnknown when this box never issued the ticket */
    String groupOf(LinkTicket ticket) {
        byte[] hash = ticket.storedHash(terms.pulse());
        return tables.inTransaction(connection -> tables.groupOf(connection, hash))
                .orElseThrow(BallotRefusal.TicketUnknown::new);
    }

    List<String> form(String group) {
        return Optional.ofNullable(terms.groups().get(group))
                .orElseThrow(BallotRefusal.GroupUnknown::new)
                .items();
    }

    void requireOpened(Instant now) {
        if (now.isBefore(terms.opensAt())) {
            throw new BallotRefusal.PulseNotOpen();
        }
    }

    /** Records or replaces a ballot, or leaves the one that stands; returns once that is safe on disk. */
    Outcome put(LinkTicket ticket, String group, long sequence, Sheet sheet, InstantSource clock) {
        byte[] mark = secret().mark(ticket.nullifier(terms.pulse()));
        byte[] hash = ticket.storedHash(terms.pulse());
        Row row = new Row(mark, sequence, sealing.seal(ticket, group, sequence, sheet.encoded()));
        Outcome outcome = tables.inTransaction(connection -> {
            requireOpen(tables.pass(connection, mark), clock.instant());
            // looked up again behind the gate: codes are replaced only while all gates are held
            if (tables.groupOf(connection, hash).filter(group::equals).isEmpty()) {
                throw new BallotRefusal.TicketUnknown();
            }
            return write(connection, row, sheet.withdrawn());
        });
        // also for a ballot that stood already: its first sender may still be waiting for the disk
        tables.awaitDurable();
        return outcome;
    }

    private Outcome write(Connection connection, Row row, boolean withdrawn) throws SQLException {
        Optional<Long> standing = tables.sequenceOf(connection, row.mark());
        if (standing.isEmpty()) {
            tables.insert(connection, row);
            return withdrawn ? Outcome.WITHDRAWN : Outcome.RECORDED;
        }
        if (standing.get() == row.sequence()) {
            return Outcome.UNCHANGED;
        }
        if (standing.get() > row.sequence()) {
            throw new BallotRefusal.SequenceTooLow();
        }
        tables.replace(connection, row);
        return withdrawn ? Outcome.WITHDRAWN : Outcome.REPLACED;
    }

    private void requireOpen(Gate gate, Instant now) {
        requireOpened(now);
        requireNotClosed(gate, now);
    }

    private void requireNotClosed(Gate gate, Instant now) {
        if (!gate.keyPrint().equals(keyPrint)) {
            // destroyed and made anew since this node looked: what it seals now, nobody could open
            throw new BoxGone();
        }
        if (gate.closed() || !now.isBefore(gate.closesAt())) {
            throw new BallotRefusal.PulseClosed();
        }
    }

    /** Makes the codes of a group; returns once their hashes are safe on disk. */
    List<String> issue(String group, InstantSource clock, SecureRandom chance) {
        secret(); // a node without the vault does not issue
        int eligible = Optional.ofNullable(terms.groups().get(group))
                .orElseThrow(BallotRefusal.GroupUnknown::new)
                .eligible();
        List<LinkTicket> tickets =
                Stream.generate(() -> LinkTicket.fresh(chance)).limit(eligible).toList();
        List<byte[]> hashes = tickets.stream()
                .map(ticket -> ticket.storedHash(terms.pulse()))
                // sorted, so that the place in the table does not tell the place in the list of codes
                .sorted(java.util.Arrays::compareUnsigned)
                .toList();
        tables.inTransaction(connection -> {
            Gate gate = tables.passAll(connection);
            Instant now = clock.instant();
            requireNotClosed(gate, now);
            boolean repeated = tables.forgetCodes(connection, group) > 0;
            if (repeated && (!now.isBefore(terms.opensAt()) || tables.holdsBallots(connection))) {
                throw new BallotRefusal.LinksAlreadyIssued();
            }
            tables.addCodes(connection, group, hashes);
            return hashes;
        });
        tables.awaitDurable();
        return tickets.stream().map(LinkTicket::code).toList();
    }

    private BoxSecret secret() {
        BoxSecret known = secret;
        if (known == null) {
            known = secrets.apply(terms.pulse());
            secret = known;
        }
        return known;
    }
}
