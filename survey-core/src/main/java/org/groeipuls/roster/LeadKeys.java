package org.groeipuls.roster;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.groeipuls.anonymity.MirrorKeys;
import org.jspecify.annotations.Nullable;

/**
 * Under which id the vault keeps the key of each lead's own answers: an ordinary table. Whoever is erased loses the row
 * and the key, and from then on nobody can read what they answered, or tell which answers were theirs.
 */
public final class LeadKeys implements Erasure {
    private static final int ID_BYTES = 16;

    private final DataSource source;
    private final MirrorKeys keys;
    private final SecureRandom chance;

    /** @param chance of which ids are made */
    public LeadKeys(DataSource source, MirrorKeys keys, SecureRandom chance) {
        this.source = source;
        this.keys = keys;
        this.chance = chance;
    }

    /** The id of a lead's key, made when there is none. The row comes before the key, so no key is without its row. */
    public String idOf(PersonId lead) {
        var known = RosterTransactions.run(source, "lead key", connection -> {
            var there = read(connection, lead);
            return there != null ? there : insert(connection, lead);
        });
        keys.establish(known);
        return known;
    }

    /** The id of a lead's key, if there is one. */
    public Optional<String> find(PersonId lead) {
        return RosterTransactions.run(source, "lead key", connection -> Optional.ofNullable(read(connection, lead)));
    }

    /** The ids of all keys, whoever's they are. */
    public SortedSet<String> all() {
        return RosterTransactions.run(source, "lead keys", connection -> {
            var ids = new TreeSet<String>();
            try (var select = connection.prepareStatement("select key_id from roster_mirror_key");
                    var row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        });
    }

    /**
     * Forgets whose answers were whose, and destroys the key. The key goes first: when the transaction ends badly after
     * that, the answers are lost earlier than they had to be, and never kept longer.
     */
    @Override
    public void forget(Connection roster, PersonId who) throws SQLException {
        var id = read(roster, who);
        if (id != null) {
            keys.destroy(id);
            try (var delete = roster.prepareStatement("delete from roster_mirror_key where subject = ?")) {
                delete.setString(1, who.subject());
                delete.executeUpdate();
            }
        }
    }

    /** Destroys keys that nobody has: of somebody who answered in the very moment in which they were erased. */
    public void destroyWhatNobodyHas() {
        var kept = keys.ids();
        kept.removeAll(all());
        kept.forEach(keys::destroy);
    }

    private static @Nullable String read(Connection connection, PersonId lead) throws SQLException {
        try (var select = connection.prepareStatement("select key_id from roster_mirror_key where subject = ?")) {
            select.setString(1, lead.subject());
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private String insert(Connection connection, PersonId lead) throws SQLException {
        var bytes = new byte[ID_BYTES];
        chance.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        try (var insert =
                connection.prepareStatement("insert into roster_mirror_key (subject, key_id) values (?, ?)")) {
            insert.setString(1, lead.subject());
            insert.setString(2, id);
            insert.executeUpdate();
        }
        return id;
    }
}
