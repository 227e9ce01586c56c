package org.groeipuls.ballot;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.BoxSecret;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.ballot.BoxTerms.Content;

/** The boxes of all pulses, each in a database of its own. */
public final class DatabaseBoxes implements BallotBoxes {
    private final BoxDatabases databases;
    private final Function<String, BoxSecret> secrets;
    private final Map<String, Box> known = new ConcurrentHashMap<>();

    /**
     * @param databases where the boxes lie
     * @param secrets the vault's secret of a pulse ({@code vault::boxSecret}); the vault itself is not asked for, so
     *     that nothing here can reach a key that opens ballots
     */
    public DatabaseBoxes(BoxDatabases databases, Function<String, BoxSecret> secrets) {
        this.databases = databases;
        this.secrets = secrets;
    }

    @Override
    public void prepare(BoxTerms terms) {
        BoxDatabase database = databases.open(terms.pulse());
        BoxTables tables = new BoxTables(database);
        tables.create();
        BoxTerms standing = tables.inTransaction(connection -> {
            Optional<BoxTerms> there = tables.terms().read(connection);
            if (there.isEmpty()) {
                tables.terms().write(connection, terms);
            }
            return there.orElse(terms);
        });
        tables.awaitDurable();
        if (!sameExceptEnd(terms, standing)) {
            throw new IllegalArgumentException("Pulse " + terms.pulse() + " has a box with other dates, groups, forms"
                    + " or keys: issue a new pulse, terms are frozen");
        }
    }

    private static boolean sameExceptEnd(BoxTerms one, BoxTerms other) {
        return one.opensAt().equals(other.opensAt())
                && one.groups().equals(other.groups())
                && one.twoLayers() == other.twoLayers()
                && one.content() == other.content()
                && one.keys().equals(other.keys());
    }

    @Override
    public void extend(String pulse, Instant closesAt) {
        BoxTables tables = require(pulse).tables();
        tables.inTransaction(connection -> {
            BoxTables.Gate gate = tables.passAll(connection);
            if (gate.closed()) {
                throw new IllegalStateException("Pulse " + pulse + " is closed and cannot be extended");
            }
            if (closesAt.isBefore(gate.closesAt())) {
                throw new IllegalArgumentException("Pulse " + pulse + " closes at " + gate.closesAt()
                        + " and can only be extended to a later instant");
            }
            tables.extend(connection, closesAt);
            return gate;
        });
        tables.awaitDurable();
    }

    @Override
    public void close(String pulse) {
        BoxTables tables = require(pulse).tables();
        tables.inTransaction(connection -> {
            BoxTables.Gate gate = tables.passAll(connection);
            if (!gate.closed()) {
                tables.shut(connection);
            }
            return gate;
        });
        tables.awaitDurable();
    }

    @Override
    public OpenedBox open(String pulse, BoxKey key) {
        return OpenedBox.of(require(pulse, Content.ANSWERS).terms(), opened(pulse, key));
    }

    @Override
    public OpenedTexts openTexts(String box, BoxKey key) {
        require(box, Content.TEXTS);
        return OpenedTexts.of(opened(box, key));
    }

    private BoxOpening.Opened opened(String pulse, BoxKey key) {
        Box box = require(pulse);
        if (!key.publicKeys().equals(box.terms().keys())) {
            throw new IllegalArgumentException("This key belongs to another pulse than " + pulse);
        }
        BoxTables tables = box.tables();
        return tables.inTransaction(connection -> {
            if (!tables.look(connection).closed()) {
                throw new IllegalStateException("Pulse " + pulse + " is not closed: close it before opening its box");
            }
            BoxOpening opening = new BoxOpening(box, key);
            if (box.terms().twoLayers()) {
                return opening.open(tables.share()
                        .read(connection)
                        .orElseThrow(() -> new IllegalStateException(
                                "The works council has not given the batch of pulse " + pulse + " back")));
            }
            CouncilKey outer = key.council()
                    .orElseThrow(() -> new IllegalStateException("The vault lacks the outer key of pulse " + pulse));
            return opening.open(outer, tables.codes(connection), tables.ballots(connection));
        });
    }

    @Override
    public boolean ready(String pulse) {
        Box box = require(pulse);
        return !box.terms().twoLayers()
                || box.tables()
                        .inTransaction(connection -> box.tables().share().read(connection))
                        .isPresent();
    }

    @Override
    public void destroy(String pulse) {
        known.remove(pulse);
        databases.drop(pulse);
    }

    @Override
    public boolean holds(String pulse) {
        return databases
                .find(pulse)
                .flatMap(database -> read(new BoxTables(database)))
                .isPresent();
    }

    @Override
    public Set<String> left(Set<String> pulses) {
        return databases.left(pulses);
    }

    Optional<Box> find(String pulse) {
        Box box = known.get(pulse);
        if (box != null) {
            return Optional.of(box);
        }
        Optional<Box> found = databases
                .find(pulse)
                .map(BoxTables::new)
                .flatMap(tables -> read(tables).map(terms -> new Box(tables, terms, secrets)));
        found.ifPresent(loaded -> known.put(pulse, loaded));
        return found;
    }

    private Box require(String pulse, Content content) {
        Box box = require(pulse);
        if (box.terms().content() != content) {
            throw new IllegalStateException(
                    "Box " + pulse + " holds " + box.terms().content());
        }
        return box;
    }

    private Box require(String pulse) {
        return find(pulse).orElseThrow(() -> new IllegalStateException("Pulse " + pulse + " has no box here"));
    }

    /** Lets go of a box that another node destroyed. */
    void forget(String pulse) {
        known.remove(pulse);
    }

    private static Optional<BoxTerms> read(BoxTables tables) {
        try {
            return tables.inTransaction(tables.terms()::read);
        } catch (BoxGone unfinished) {
            return Optional.empty(); // its making was cut short: preparing it again completes it
        }
    }
}
