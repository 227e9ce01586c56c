package org.groeipuls.roster;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Who may fetch a ticket of which group, and the digest of the message for which somebody got theirs. No time stands
 * beside it and no order can be read from it: whenever somebody fetches a ticket, all rows of the group are written
 * anew, because PostgreSQL numbers every version of a row. All of it is deleted when the pulse closes.
 *
 * <h2>What is not promised</h2>
 * Old versions of rows linger in the database's files and logs until they are overwritten.
 */
public final class Invitations implements InvitedPulses {
    private final DataSource source;
    private final SecureRandom chance;

    /** @param chance where salts come from */
    public Invitations(DataSource source, SecureRandom chance) {
        this.source = source;
        this.chance = chance;
    }

    /** What became of somebody's wish for a ticket. */
    public enum Claim {
        /** The ticket is theirs, now or since an earlier time with the same message. */
        GRANTED,
        /** They have a ticket for another message. */
        TAKEN,
        /** The pulse does not ask them. */
        NOT_INVITED
    }

    /**
     * Freezes whom a pulse asks; what was frozen for it before is replaced, or kept when it says the same, so that two
     * who freeze the same at once get the same salt.
     */
    public Invited freeze(PulseId pulse, SortedMap<GroupId, SortedSet<PersonId>> groups) {
        byte[] salt = new byte[Invited.SALT];
        chance.nextBytes(salt);
        var wanted = new Invited(salt, groups);
        return RosterTransactions.run(source, "freeze", connection -> {
            // only what is locked is replaced: whoever finds nothing and is overtaken collides, and looks again
            if (lock(connection, pulse)) {
                var there = read(connection, pulse);
                if (there != null && there.groups().equals(wanted.groups())) {
                    return there;
                }
                delete(connection, pulse);
            }
            insert(connection, pulse, wanted);
            return wanted;
        });
    }

    private static void insert(Connection connection, PulseId pulse, Invited invited) throws SQLException {
        try (var frozen = connection.prepareStatement("insert into roster_frozen (pulse, salt) values (?, ?)");
                var row = connection.prepareStatement(
                        "insert into roster_invitation (pulse, subject, grp) values (?, ?, ?)")) {
            frozen.setString(1, pulse.value());
            frozen.setString(2, HexFormat.of().formatHex(invited.salt()));
            frozen.executeUpdate();
            for (var group : invited.groups().entrySet()) {
                for (var person : group.getValue()) {
                    row.setString(1, pulse.value());
                    row.setString(2, person.subject());
                    row.setString(3, group.getKey().value());
                    row.addBatch();
                }
            }
            row.executeBatch();
        }
    }

    /** Whom a pulse asks; empty when it was never frozen or is over. */
    public Optional<Invited> read(PulseId pulse) {
        return RosterTransactions.run(source, "invited", connection -> Optional.ofNullable(read(connection, pulse)));
    }

    private static @Nullable Invited read(Connection connection, PulseId pulse) throws SQLException {
        try (var frozen = connection.prepareStatement("select salt from roster_frozen where pulse = ?");
                var people =
                        connection.prepareStatement("select grp, subject from roster_invitation where pulse = ?")) {
            frozen.setString(1, pulse.value());
            people.setString(1, pulse.value());
            try (var salt = frozen.executeQuery();
                    var row = people.executeQuery()) {
                if (!salt.next()) {
                    return null;
                }
                var groups = new TreeMap<GroupId, SortedSet<PersonId>>();
                while (row.next()) {
                    groups.computeIfAbsent(new GroupId(row.getString(1)), group -> new TreeSet<>())
                            .add(new PersonId(row.getString(2)));
                }
                return new Invited(HexFormat.of().parseHex(salt.getString(1)), groups);
            }
        }
    }

    /** The pulses that ask somebody, each with the group whose ticket is theirs. */
    public SortedMap<PulseId, GroupId> of(PersonId who) {
        return RosterTransactions.run(source, "invitations", connection -> {
            try (var select =
                    connection.prepareStatement("select pulse, grp from roster_invitation where subject = ?")) {
                select.setString(1, who.subject());
                var groups = new TreeMap<PulseId, GroupId>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        groups.put(new PulseId(row.getString(1)), new GroupId(row.getString(2)));
                    }
                }
                return groups;
            }
        });
    }

    /**
     * How those are called whom a pulse asks in the same group as somebody, that person included, in alphabetical order;
     * whoever has no name in the list of people is called by their address, and whoever left it since is left out.
     *
     * @return empty when the pulse does not ask that person
     */
    public List<String> namesBeside(PulseId pulse, PersonId who) {
        return RosterTransactions.run(source, "group of an invitation", connection -> {
            try (var select = connection.prepareStatement("select coalesce(person.name, person.address)"
                    + " from roster_invitation me join roster_invitation asked"
                    + " on asked.pulse = me.pulse and asked.grp = me.grp"
                    + " join roster_person person on person.subject = asked.subject"
                    + " where me.pulse = ? and me.subject = ?")) {
                select.setString(1, pulse.value());
                select.setString(2, who.subject());
                List<String> names = new ArrayList<>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        names.add(row.getString(1));
                    }
                }
                names.sort(Collator.getInstance(Locale.forLanguageTag("nl")));
                return names;
            }
        });
    }

    /**
     * By what a shared browser tells somebody's ticket for a pulse from other people's, without saying whose it is: see
     * docs/protocol.md.
     *
     * @return empty when the pulse does not ask that person
     */
    public Optional<String> holderMark(PulseId pulse, PersonId who) {
        return RosterTransactions.run(source, "holder of a ticket", connection -> {
            try (var select = connection.prepareStatement("select salt from roster_frozen join roster_invitation"
                    + " on roster_invitation.pulse = roster_frozen.pulse"
                    + " where roster_frozen.pulse = ? and subject = ?")) {
                select.setString(1, pulse.value());
                select.setString(2, who.subject());
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(HolderMark.of(HexFormat.of().parseHex(row.getString(1)), who))
                            : Optional.empty();
                }
            }
        });
    }

    /**
     * Notes that somebody gets their ticket for the message with this digest, unless they have one. It is committed when
     * this returns, and on disk only when the database is synced after that.
     *
     * @param digest SHA-256 of the blinded message
     */
    public Claim claim(PulseId pulse, PersonId who, byte[] digest) {
        var wanted = HexFormat.of().formatHex(digest);
        return RosterTransactions.run(source, "claim", connection -> {
            if (!lock(connection, pulse)) {
                return Claim.NOT_INVITED;
            }
            var there = row(connection, pulse, who);
            if (there == null) {
                return Claim.NOT_INVITED;
            }
            if (there.digest() == null) {
                write(connection, pulse, who, there.group(), wanted);
                there = row(connection, pulse, who);
            }
            return there != null && wanted.equals(there.digest()) ? Claim.GRANTED : Claim.TAKEN;
        });
    }

    /** One at a time per pulse: two who write all rows of a group in another order would wait for each other. */
    private static boolean lock(Connection connection, PulseId pulse) throws SQLException {
        try (var lock = connection.prepareStatement("select salt from roster_frozen where pulse = ? for update")) {
            lock.setString(1, pulse.value());
            try (var row = lock.executeQuery()) {
                return row.next();
            }
        }
    }

    private record Row(String group, @Nullable String digest) {}

    private static @Nullable Row row(Connection connection, PulseId pulse, PersonId who) throws SQLException {
        try (var select = connection.prepareStatement(
                "select grp, digest from roster_invitation where pulse = ? and subject = ?")) {
            select.setString(1, pulse.value());
            select.setString(2, who.subject());
            try (var row = select.executeQuery()) {
                return row.next() ? new Row(row.getString(1), row.getString(2)) : null;
            }
        }
    }

    private static void write(Connection connection, PulseId pulse, PersonId who, String group, String digest)
            throws SQLException {
        try (var update = connection.prepareStatement("update roster_invitation set digest ="
                + " case when subject = ? and digest is null then ? else digest end where pulse = ? and grp = ?")) {
            update.setString(1, who.subject());
            update.setString(2, digest);
            update.setString(3, pulse.value());
            update.setString(4, group);
            update.executeUpdate();
        }
    }

    @Override
    public Set<PulseId> pulses() {
        return RosterTransactions.run(source, "pulses", connection -> {
            Set<PulseId> pulses = new TreeSet<>();
            try (var select = connection.prepareStatement("select pulse from roster_frozen");
                    var row = select.executeQuery()) {
                while (row.next()) {
                    pulses.add(new PulseId(row.getString(1)));
                }
            }
            return pulses;
        });
    }

    @Override
    public void close(PulseId pulse) {
        RosterTransactions.run(source, "close", connection -> {
            Compositions.keep(connection, pulse);
            // whoever was erased while the pulse asked them is no more than a number from here on
            Compositions.forgetTheErased(connection);
            delete(connection, pulse);
            return pulse;
        });
    }

    /** The groups in which somebody is kept of pulses that closed, for themselves and for HR. */
    public SortedSet<GroupId> lastGroupsOf(PersonId who) {
        return RosterTransactions.run(source, "last groups", connection -> Compositions.groupsOf(connection, who));
    }

    /**
     * Who was in each group at the last of these pulses that asked it, or else at its last pulse that was counted; groups
     * that never had one are missing.
     *
     * @param issued pulses that were not cancelled, in the order in which they open
     */
    public Map<GroupId, Composition> compositions(List<PulseId> issued) {
        return RosterTransactions.run(source, "compositions", connection -> Compositions.latest(connection, issued));
    }

    @Override
    public Set<PulseId> awaiting() {
        return RosterTransactions.run(source, "awaiting", Compositions::awaiting);
    }

    @Override
    public void counted(PulseId pulse) {
        RosterTransactions.run(source, "counted", connection -> {
            Compositions.counted(connection, pulse);
            return pulse;
        });
    }

    @Override
    public void forget(PulseId pulse) {
        RosterTransactions.run(source, "forget", connection -> {
            delete(connection, pulse);
            Compositions.forget(connection, pulse);
            return pulse;
        });
    }

    private static void delete(Connection connection, PulseId pulse) throws SQLException {
        for (var table : new String[] {"roster_frozen", "roster_invitation"}) {
            try (var delete = connection.prepareStatement("delete from " + table + " where pulse = ?")) {
                delete.setString(1, pulse.value());
                delete.executeUpdate();
            }
        }
    }
}
