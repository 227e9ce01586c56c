package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groeipuls.ballot.BoxTerms;
import org.jspecify.annotations.Nullable;

/**
 * What an attacker of the stores has: the true order in which people answered, copies of everything from while the box
 * was open, and copies of everything from after the count.
 */
public final class Evidence {
    private static final int FEW = 3;

    private final String pulse;
    private final List<Person> people;
    private final Copies open;
    private final Copies after;
    private final @Nullable BoxTerms terms;
    private final @Nullable BoxTerms textTerms;
    private @Nullable Orders ordersAfter;

    /**
     * @param people in the order in which they answered
     * @param terms what was frozen in the pulse; absent where ballots are not sealed
     * @param textTerms that of its box for texts; absent without an open question
     */
    Evidence(
            String pulse,
            List<Person> people,
            Copies open,
            Copies after,
            @Nullable BoxTerms terms,
            @Nullable BoxTerms textTerms) {
        this.pulse = pulse;
        this.people = List.copyOf(people);
        this.open = open;
        this.after = after;
        this.terms = terms;
        this.textTerms = textTerms;
    }

    String pulse() {
        return pulse;
    }

    List<Person> people() {
        return people;
    }

    Copies open() {
        return open;
    }

    Copies after() {
        return after;
    }

    @Nullable
    BoxTerms terms() {
        return terms;
    }

    @Nullable
    BoxTerms textTerms() {
        return textTerms;
    }

    /** Marks and sealed ballots in the open box, in the order in which one reading of its table gave them. */
    record OpenBox(String order, List<byte[]> marks, List<byte[]> ballots) {}

    /** The open box, once for each order in which it can be read. */
    List<OpenBox> boxes() {
        List<OpenBox> boxes = new ArrayList<>();
        for (var table : open.tables()) {
            boolean box = !table.rows().isEmpty()
                    && table.rows().getFirst().bytes("mark").isPresent()
                    && table.rows().getFirst().bytes("ciphertext").isPresent()
                    && table.rows().size() >= Math.min(FEW, people.size());
            if (box) {
                List<byte[]> marks = new ArrayList<>();
                List<byte[]> ballots = new ArrayList<>();
                table.rows().forEach(row -> {
                    marks.add(row.bytes("mark").orElseThrow());
                    ballots.add(row.bytes("ciphertext").orElseThrow());
                });
                boxes.add(new OpenBox(table.order(), marks, ballots));
            }
        }
        return boxes;
    }

    /** The open box in whatever order, of this pulse: the one with as many ballots as people. */
    Optional<OpenBox> box() {
        return box(terms);
    }

    /** The open box of these terms, in whatever order. */
    Optional<OpenBox> box(@Nullable BoxTerms sealed) {
        return boxes().stream()
                .filter(box -> box.ballots().size() == people.size())
                .filter(box -> sealed == null
                        || box.ballots().stream()
                                .anyMatch(ballot ->
                                        ballot.length == sealed.sealing().ballotBytes()))
                .findFirst();
    }

    /** Every order that is left in the copies from after the count. */
    synchronized Orders ordersAfter() {
        if (ordersAfter == null) {
            ordersAfter = Orders.in(after.sources(), published());
        }
        return ordersAfter;
    }

    /** What of each person may be published, in the order in which they answered. */
    private Needles published() {
        var needles = new Needles();
        for (int i = 0; i < people.size(); i++) {
            var published = people.get(i).published();
            needles.add("published receipt", i, published.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            needles.add(
                    "published receipt as bytes", i, java.util.HexFormat.of().parseHex(published));
            people.get(i).secrets(needles, i);
        }
        return needles;
    }
}
