package org.groeipuls.talk;

import java.util.List;
import java.util.Optional;
import org.groeipuls.language.Language;
import org.groeipuls.lexicon.LexiconId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where word lists are kept, and which one reads which texts. Texts are read by the list that was in force in its
 * language when they were released, and never by another: so no two lists can be compared on the same texts.
 */
public final class LexiconTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes content as history does events */
    public LexiconTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The list with this id. */
    public Optional<KnownLexicon> find(LexiconId id) {
        return read(jdbc.sql("select content from talk_lexicon where lexicon = :id")
                        .param("id", id.value()))
                .stream()
                .findFirst();
    }

    /** All lists in the order of their ids. */
    public List<KnownLexicon> all() {
        return read(jdbc.sql("select content from talk_lexicon order by lexicon"));
    }

    private List<KnownLexicon> read(JdbcClient.StatementSpec statement) {
        return statement.query(String.class).list().stream()
                .map(content -> json.readValue(content, KnownLexicon.class))
                .toList();
    }

    /** The list of a language that last passed a study for at least one category; empty as long as none has. */
    public Optional<KnownLexicon> inForce(Language language) {
        return jdbc.sql("select lexicon from talk_in_force where language = :language")
                .param("language", language.code())
                .query(String.class)
                .optional()
                .flatMap(id -> find(new LexiconId(id)));
    }

    /** The pulses whose texts of a unit are read by this list. */
    public List<PulseId> pulsesReadBy(LexiconId lexicon, UnitId unit) {
        return jdbc
                .sql("select pulse from talk_reader where lexicon = :lexicon and unit = :unit order by pulse")
                .param("lexicon", lexicon.value())
                .param("unit", unit.value())
                .query(String.class)
                .list()
                .stream()
                .map(PulseId::new)
                .toList();
    }

    void put(KnownLexicon known) {
        jdbc.sql("delete from talk_lexicon where lexicon = :id")
                .param("id", known.id().value())
                .update();
        jdbc.sql("insert into talk_lexicon (lexicon, content) values (:id, :content)")
                .param("id", known.id().value())
                .param("content", json.writeValueAsString(known))
                .update();
    }

    void putInForce(KnownLexicon known) {
        jdbc.sql("delete from talk_in_force where language = :language")
                .param("language", known.language().code())
                .update();
        jdbc.sql("insert into talk_in_force (language, lexicon) values (:language, :lexicon)")
                .param("language", known.language().code())
                .param("lexicon", known.id().value())
                .update();
    }

    /** Lays down that the texts of a unit in a pulse are read by the lists that are in force now. */
    void readFromNowOn(PulseId pulse, UnitId unit) {
        for (var language : Language.values()) {
            inForce(language).ifPresent(known -> {
                jdbc.sql("delete from talk_reader where lexicon = :lexicon and unit = :unit and pulse = :pulse")
                        .param("lexicon", known.id().value())
                        .param("unit", unit.value())
                        .param("pulse", pulse.value())
                        .update();
                jdbc.sql("insert into talk_reader (lexicon, unit, pulse) values (:lexicon, :unit, :pulse)")
                        .param("lexicon", known.id().value())
                        .param("unit", unit.value())
                        .param("pulse", pulse.value())
                        .update();
            });
        }
    }

    void clear() {
        jdbc.sql("delete from talk_reader").update();
        jdbc.sql("delete from talk_in_force").update();
        jdbc.sql("delete from talk_lexicon").update();
    }
}
