package org.groeipuls.ruling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.groeipuls.rule.RuleEvent.RuleAdopted;
import org.groeipuls.rule.RuleVersion;
import org.groeipuls.rule.ScoringRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the adopted rules are kept. */
public final class RuleTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes events as history does */
    public RuleTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The rule that holds on a day (UTC): of those adopted the one that began last, of two that began together the one
     * adopted last; {@link ScoringRule#BUILT_IN} before all of them.
     */
    public ScoringRule validOn(LocalDate day) {
        return read(jdbc.sql("select content from ruling_rule where valid_from <= :day"
                                + " order by valid_from desc, place desc fetch first 1 rows only")
                        .param("day", day))
                .stream()
                .findFirst()
                .map(RuleAdopted::content)
                .orElse(ScoringRule.BUILT_IN);
    }

    /** The same as {@link #validOn} for as long as no other is adopted, without asking the store for each day. */
    public Function<LocalDate, ScoringRule> atHand() {
        var adopted = all();
        return day -> adopted.stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .reduce((one, next) -> next.validFrom().isBefore(one.validFrom()) ? one : next)
                .map(RuleAdopted::content)
                .orElse(ScoringRule.BUILT_IN);
    }

    /** How this rule was adopted; empty where it was not. */
    public Optional<RuleAdopted> find(RuleVersion rule) {
        return read(jdbc.sql("select content from ruling_rule where rule = :rule")
                        .param("rule", rule.value()))
                .stream()
                .findFirst();
    }

    /** All that were adopted, in that order. */
    public List<RuleAdopted> all() {
        return read(jdbc.sql("select content from ruling_rule order by place"));
    }

    private List<RuleAdopted> read(JdbcClient.StatementSpec statement) {
        return statement.query(String.class).list().stream()
                .map(content -> json.readValue(content, RuleAdopted.class))
                .toList();
    }

    void put(RuleAdopted event) {
        if (find(event.rule()).isEmpty()) {
            jdbc.sql("insert into ruling_rule (rule, valid_from, place, content) values (:rule, :validFrom,"
                            + " (select coalesce(max(place), 0) + 1 from ruling_rule), :content)")
                    .param("rule", event.rule().value())
                    .param("validFrom", event.validFrom())
                    .param("content", json.writeValueAsString(event))
                    .update();
        }
    }

    void clear() {
        jdbc.sql("delete from ruling_rule").update();
    }
}
