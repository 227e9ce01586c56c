package org.groeipuls.api.mail;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In which of two ways the links of a group are handed out. Whoever comes first decides it, so there is one set of codes. */
final class LinkWays {
    private final JdbcClient jdbc;

    LinkWays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Way {
        /** HR gets them, for cards or a mail of its own. */
        HAND,
        /** They go by mail, and are still to be made. */
        MAIL,
        /** They go by mail, and were made and sealed. */
        SEALED,
        /** They were made, and the server that made them has not sealed them, most likely because it died; the pulse has opened. */
        LOST;

        boolean byMail() {
            return this != HAND;
        }

        /** Whether they go by mail, and nobody can be written to yet. */
        boolean unsealed() {
            return this == MAIL || this == LOST;
        }
    }

    /** The way that holds from now on: the wanted one, unless another was chosen before. */
    Way choose(PulseId pulse, GroupId group, Way wanted) {
        if (find(pulse, group).isEmpty()) {
            try {
                insert(pulse, group, wanted);
            } catch (DuplicateKeyException chosen) {
                return find(pulse, group).orElseThrow();
            }
        }
        return find(pulse, group).orElseThrow();
    }

    /** @throws DuplicateKeyException when a way was chosen before */
    void insert(PulseId pulse, GroupId group, Way way) {
        jdbc.sql("insert into mail_links (pulse, grp, way) values (:pulse, :grp, :way)")
                .param("pulse", pulse.value())
                .param("grp", group.value())
                .param("way", way.name())
                .update();
    }

    Optional<Way> find(PulseId pulse, GroupId group) {
        return read(pulse, group, "");
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Way> lock(PulseId pulse, GroupId group) {
        return read(pulse, group, " for update");
    }

    private Optional<Way> read(PulseId pulse, GroupId group, String how) {
        return jdbc.sql("select way from mail_links where pulse = :pulse and grp = :grp" + how)
                .param("pulse", pulse.value())
                .param("grp", group.value())
                .query((row, n) -> Way.valueOf(row.getString(1)))
                .optional();
    }

    void change(PulseId pulse, GroupId group, Way way) {
        jdbc.sql("update mail_links set way = :way where pulse = :pulse and grp = :grp")
                .param("way", way.name())
                .param("pulse", pulse.value())
                .param("grp", group.value())
                .update();
    }

    /** The groups of a pulse whose links go this way. */
    List<GroupId> groups(PulseId pulse, Way way) {
        return jdbc.sql("select grp from mail_links where pulse = :pulse and way = :way order by grp")
                .param("pulse", pulse.value())
                .param("way", way.name())
                .query((row, n) -> new GroupId(row.getString(1)))
                .list();
    }

    SortedSet<PulseId> pulses() {
        return new TreeSet<>(jdbc.sql("select distinct pulse from mail_links")
                .query((row, n) -> new PulseId(row.getString(1)))
                .list());
    }

    void forget(PulseId pulse) {
        jdbc.sql("delete from mail_links where pulse = :pulse")
                .param("pulse", pulse.value())
                .update();
    }
}
