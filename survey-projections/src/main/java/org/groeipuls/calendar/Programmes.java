package org.groeipuls.calendar;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.groeipuls.calendar.KnownProgramme.Past;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.pulse.PulseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the programmes are kept. */
public final class Programmes {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes content as history does events */
    public Programmes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The programme with this id. */
    public Optional<KnownProgramme> find(ProgrammeId programme) {
        return jdbc.sql("select content from calendar_programme where programme = :programme")
                .param("programme", programme.value())
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** All of them in the order of their ids; there are a few. */
    public List<KnownProgramme> all() {
        return jdbc.sql("select content from calendar_programme order by programme").query(String.class).list().stream()
                .map(this::read)
                .toList();
    }

    /** Whether leads are asked for their own form beside this pulse; never for one that no programme issued. */
    public boolean asksLeaders(PulseId pulse) {
        return all().stream()
                .flatMap(known -> known.past().stream())
                .anyMatch(day -> pulse.equals(day.pulse()) && day.leadersAsked());
    }

    private KnownProgramme read(String content) {
        return json.readValue(content, KnownProgramme.class);
    }

    void put(KnownProgramme known) {
        jdbc.sql("delete from calendar_programme where programme = :programme")
                .param("programme", known.id().value())
                .update();
        jdbc.sql("insert into calendar_programme (programme, content) values (:programme, :content)")
                .param("programme", known.id().value())
                .param("content", json.writeValueAsString(known))
                .update();
    }

    void change(ProgrammeId programme, UnaryOperator<KnownProgramme> change) {
        find(programme).map(change).ifPresent(this::put);
    }

    void note(ProgrammeId programme, Past day) {
        change(programme, known -> known.with(day));
    }

    void clear() {
        jdbc.sql("delete from calendar_programme").update();
    }
}
