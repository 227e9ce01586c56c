package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private static Report report(Finding... findings) {
        List<Result> results = new java.util.ArrayList<>();
        for (var finding : findings) {
            results.add(new Result("double-vote", true, finding, 3));
        }
        return new Report(DAY, List.of(new Report.Run("H2", "1", true, results)), Map.of("double-vote", true));
    }

    private static Finding failed() {
        return new Notes().finding();
    }

    private static Finding succeeded() {
        var notes = new Notes();
        notes.succeeded("6 ballots were counted of <5> people");
        return notes.finding();
    }

    @Test
    void the_exit_code_says_whether_one_succeeded_and_whether_all_could_be_run() {
        assertThat(report(failed()).verdict().exitCode()).isZero();
        assertThat(report(failed(), Finding.notRun("left out")).verdict().exitCode())
                .isZero();
        assertThat(report(failed(), succeeded()).verdict().exitCode()).isEqualTo(1);
        assertThat(report(failed(), Finding.brokeOff("no server")).verdict().exitCode())
                .isEqualTo(2);
        assertThat(report(Finding.notRun("left out")).verdict().exitCode()).isEqualTo(2);
    }

    @Test
    void an_attack_without_a_target_is_told_and_only_letters_may_have_none() {
        var nothingThere = Finding.notApplicable("This version has no such address");
        var lists = ran(new Result("double-vote", true, failed(), 3), new Result("word-lists", true, nothingThere, 1));
        var letters = ran(
                new Result("double-vote", true, failed(), 3), new Result("mail-participation", true, nothingThere, 1));

        assertThat(lists.verdict()).isEqualTo(Report.Verdict.INCOMPLETE);
        assertThat(letters.verdict()).isEqualTo(Report.Verdict.HELD);
        assertThat(Answer.JSON.readTree(letters.json()).at("/notRun/0").asString())
                .isEqualTo("mail-participation");
        assertThat(ReportPage.of(letters))
                .contains("<p>Niet uitgevoerd: Lezen wie een herinnering kreeg.", "<p>Not run: ")
                .doesNotContain("Niet alles kon worden geprobeerd");
        assertThat(ReportPage.of(ran(new Result("double-vote", true, failed(), 3))))
                .doesNotContain("Niet uitgevoerd");
    }

    @Test
    void what_was_run_on_one_target_was_run() {
        var on = new Report.Run("H2, mail", "1", true, List.of(new Result("mail-participation", true, failed(), 9)));
        var off = new Report.Run(
                "H2", "1", true, List.of(new Result("mail-participation", true, Finding.notApplicable("no mail"), 1)));

        assertThat(new Report(DAY, List.of(off, on), Map.of()).notRun()).isEmpty();
        assertThat(new Report(DAY, List.of(off), Map.of()).notRun()).containsExactly("mail-participation");
    }

    private static Report ran(Result... results) {
        return new Report(DAY, List.of(new Report.Run("H2", "1", true, List.of(results))), Map.of());
    }

    @Test
    void every_attack_and_number_has_its_words_in_both_languages() {
        for (var language : List.of("nl", "en")) {
            var texts = new Texts(language);
            for (var key : keys()) {
                for (var part : List.of("name", "promise", "how")) {
                    assertThat(texts.of(key + "." + part)).isNotBlank();
                }
            }
        }
    }

    private static List<String> keys() {
        return java.util.stream.Stream.of(
                        Suite.onServer(false).attacks().stream().map(Attack::key),
                        Suite.onStores().attacks().stream().map(Attack::key),
                        Suite.onTwoLayers().attacks().stream().map(Attack::key),
                        java.util.stream.Stream.of("rebuild"))
                .flatMap(keys -> keys)
                .toList();
    }

    @Test
    void the_page_needs_nothing_else_and_shows_what_was_found_as_text() {
        var page = ReportPage.of(report(succeeded()));

        assertThat(page)
                .contains("6 ballots were counted of &lt;5&gt; people", "<main lang=\"nl\"", "<main lang=\"en\"")
                .contains(DAY.toString())
                .doesNotContain("src=", "http://", "https://", "<script", "@import");
    }

    @Test
    void the_file_for_machines_names_promise_tries_result_and_control() {
        var json = Answer.JSON.readTree(report(succeeded()).json());

        assertThat(json.path("verdict").asString()).isEqualTo("broken");
        assertThat(json.path("date").asString()).isEqualTo("2026-11-26");
        var attack = json.path("attacks").get(0);
        assertThat(attack.at("/promise/nl").asString()).isEqualTo("Iedereen telt één keer mee.");
        assertThat(attack.path("succeedsOnNaiveControl").asBoolean()).isTrue();
        assertThat(attack.at("/runs/0/outcome").asString()).isEqualTo("succeeded");
        assertThat(attack.at("/runs/0/seconds").asInt()).isEqualTo(3);
    }
}
