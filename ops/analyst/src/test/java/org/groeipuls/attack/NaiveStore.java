package org.groeipuls.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.LinkTicket;
import org.groeipuls.ballot.BallotWriter;
import org.groeipuls.ballot.BoxTerms;

/**
 * What survey software usually leaves behind: a row per person in the order of answering with the time, a log of
 * requests, a history with traces, sealed ballots without padding, and keys that nobody throws away.
 */
final class NaiveStore {
    private static final int PEOPLE = 200;
    private static final String PULSE = "naive";
    private static final List<String> ITEMS = List.of("q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8");

    private final Path folder;
    private final boolean padded;
    private final List<Person> people = new ArrayList<>();

    private NaiveStore(Path folder, boolean padded) {
        this.folder = folder;
        this.padded = padded;
    }

    /**
     * Has 200 people answer and copies what is left.
     *
     * @param padded whether its ballots are at least of one size
     */
    static Evidence evidence(Path folder, boolean padded) throws IOException, SQLException {
        return new NaiveStore(folder, padded).staged();
    }

    private Evidence staged() throws IOException, SQLException {
        var vault = FileVault.at(folder.resolve("vault"));
        var keys = vault.establish(PULSE);
        var opens = Instant.parse("2027-01-04T08:00:00Z");
        var terms = new BoxTerms(
                PULSE, opens, opens.plusSeconds(9), Map.of("g", new BoxTerms.GroupTerms(ITEMS, PEOPLE)), keys, false);
        Files.createDirectories(folder.resolve("data"));
        try (var connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("data/answers"), "sa", "")) {
            prepare(connection);
            var chance = new SplittableRandom(7);
            for (int i = 0; i < PEOPLE; i++) {
                take(connection, person(i, chance), i, opens.plusSeconds(i), vault, terms);
            }
        }
        var places = new Places(List.of(folder.resolve("data")), folder.resolve("vault"), List.of());
        var open = Copies.of(places, Files.createDirectories(folder.resolve("open")));
        var after = Copies.of(places, Files.createDirectories(folder.resolve("after")));
        return new Evidence(PULSE, people, open, after, terms, null);
    }

    private static Person person(int number, SplittableRandom chance) {
        var code = new StringBuilder();
        chance.ints(26, 0, 26).forEach(letter -> code.append((char) ('a' + letter)));
        Map<String, Integer> answers = new LinkedHashMap<>();
        ITEMS.forEach(item -> answers.put(item, 1 + chance.nextInt(5)));
        var receipt = "%016x%016x".formatted(chance.nextLong(), chance.nextLong());
        byte[] nullifier = new LinkTicket(code.toString()).nullifier(PULSE);
        return new Person("employee-" + number, code.toString(), nullifier, receipt, answers, "Opmerking " + receipt);
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table answer (id identity primary key, person varchar(80), receipt varchar(80),"
                    + " answers varchar(400), remark varchar(400), answered_at timestamp)");
            statement.execute("create table ballot (mark bytea primary key, sequence bigint, ciphertext bytea)");
            statement.execute("create table history_event (time_stamp varchar(40), meta_data varchar(80),"
                    + " payload_type varchar(80), payload varchar(400))");
        }
    }

    private void take(Connection connection, Person person, int number, Instant at, FileVault vault, BoxTerms terms)
            throws IOException, SQLException {
        people.add(person);
        var body = Answer.JSON.writeValueAsString(
                LinkTickets.ballot(PULSE, person.code(), 1, person.receipt(), new LinkedHashMap<>(person.answers())));
        Files.writeString(
                folder.resolve("data/access.log"),
                at + " POST /ballots " + person.name() + " " + body + '\n',
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        var ticket = new LinkTicket(person.code());
        byte[] sealed = new BallotWriter(terms)
                .answers(ticket, "g", 1, person.receipt(), new LinkedHashMap<>(person.answers()))
                .ballot();
        insert(
                connection,
                "insert into answer (person, receipt, answers, remark, answered_at) values (?, ?, ?, ?, ?)",
                person.name(),
                person.published(),
                person.answers().toString(),
                person.text(),
                at.toString().replace('T', ' ').replace("Z", ""));
        byte[] mark = vault.boxSecret(PULSE).mark(ticket.nullifier(PULSE));
        insert(
                connection,
                "insert into ballot values (?, ?, ?)",
                mark,
                (long) number,
                padded ? sealed : Arrays.copyOf(sealed, sealed.length + number % 7));
        insert(
                connection,
                "insert into history_event values (?, ?, ?, ?)",
                at.toString(),
                "{\"traceId\":\"" + number + "\"}",
                "CountPublished",
                "{\"pulse\":\"" + PULSE + "\"}");
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
