package org.groeipuls.reflection;

import java.util.List;
import java.util.Optional;
import org.groeipuls.mirror.MirrorEvent.MirrorAnswered;
import org.groeipuls.mirror.MirrorId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where leads' own answers are kept, sealed: nobody reads them here without their key. */
public final class ReflectionTable {
    private static final String SELECT = "select content, shared from reflection_mirror ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes events as history does */
    public ReflectionTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The mirror with this id. */
    public Optional<Reflection> find(MirrorId mirror) {
        return read(jdbc.sql(SELECT + "where mirror = :mirror").param("mirror", mirror.value())).stream()
                .findFirst();
    }

    /** The mirrors that leads of a group show it of one pulse. */
    public List<Reflection> shared(GroupId group, PulseId pulse) {
        return read(jdbc.sql(SELECT + "where grp = :group and pulse = :pulse and shared order by mirror")
                .param("group", group.value())
                .param("pulse", pulse.value()));
    }

    /** The mirrors that were sealed under the key with this id. */
    public List<Reflection> of(String keyId) {
        return read(jdbc.sql(SELECT + "order by pulse, grp")).stream()
                .filter(one -> {
                    var answered = one.answered();
                    return MirrorId.of(keyId, answered.group(), answered.pulse())
                            .equals(answered.mirror());
                })
                .toList();
    }

    private List<Reflection> read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new Reflection(
                        json.readValue(row.getString("content"), MirrorAnswered.class), row.getBoolean("shared")))
                .list();
    }

    void put(MirrorAnswered event) {
        var shared = find(event.mirror()).map(Reflection::shared).orElse(false);
        jdbc.sql("delete from reflection_mirror where mirror = :mirror")
                .param("mirror", event.mirror().value())
                .update();
        jdbc.sql("insert into reflection_mirror (mirror, grp, pulse, shared, content)"
                        + " values (:mirror, :group, :pulse, :shared, :content)")
                .param("mirror", event.mirror().value())
                .param("group", event.group().value())
                .param("pulse", event.pulse().value())
                .param("shared", shared)
                .param("content", json.writeValueAsString(event))
                .update();
    }

    void share(MirrorId mirror) {
        jdbc.sql("update reflection_mirror set shared = true where mirror = :mirror")
                .param("mirror", mirror.value())
                .update();
    }

    void clear() {
        jdbc.sql("delete from reflection_mirror").update();
    }
}
