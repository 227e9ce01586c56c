package org.groeipuls.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plays against a stand-in for the box that keeps the contract, or breaks it. */
class PlayTest {
    private static final Map<String, List<String>> CODES = Map.of("g", codes("g", 200), "h", codes("h", 100));
    private static final Set<String> KNOWN =
            CODES.values().stream().flatMap(List::stream).collect(Collectors.toSet());

    @Test
    void whatever_people_do_the_ledger_is_what_stands_in_the_box() throws IOException {
        try (var box = new StandInBox(KNOWN);
                var client = new SurveyClient(box.origin())) {
            var result = new Play(client, Habits.VARIED, 3).answer("p", CODES, sheets(180));

            assertThat(result.behaviours()).containsOnlyKeys(Behaviour.values());
            assertThat(result.ledger()).hasSize(180);
            assertThat(box.standing().values().stream()
                            .map(ballot -> ballot.path("nonce").asString()))
                    .containsExactlyInAnyOrderElementsOf(result.nonces());
            for (var entry : result.ledger()) {
                var stands = box.standing().values().stream()
                        .filter(ballot -> ballot.path("nonce").asString().equals(entry.nonce()))
                        .findFirst()
                        .orElseThrow();
                assertThat(stands.path("answers")).isEqualTo(SurveyClient.JSON.valueToTree(entry.answers()));
            }
        }
    }

    @Test
    void rather_not_say_goes_over_the_wire_as_null() throws IOException {
        try (var box = new StandInBox(KNOWN);
                var client = new SurveyClient(box.origin())) {
            new Play(client, Habits.PLAIN, 1).answer("p", CODES, sheets(1));

            assertThat(box.received())
                    .singleElement()
                    .asString()
                    .contains("\"B\":null")
                    .contains("\"A\":");
        }
    }

    @Test
    void with_an_open_question_everybody_sends_a_text_and_most_of_them_an_empty_one() throws IOException {
        var links = Map.of(
                "g",
                codes("g", 60).stream().map(code -> code + ".t" + code).toList(),
                "h",
                codes("h", 60).stream().map(code -> code + ".t" + code).toList());
        var known = links.values().stream()
                .flatMap(List::stream)
                .flatMap(link -> java.util.Arrays.stream(link.split("\\.")))
                .collect(Collectors.toSet());
        try (var box = new StandInBox(known);
                var client = new SurveyClient(box.origin())) {
            new Play(client, Habits.VARIED, 3).answer("p", links, sheets(80));

            var texts = box.standing().values().stream()
                    .filter(ballot -> ballot.path("box").asString().equals("texts"))
                    .map(ballot -> ballot.path("text").asString())
                    .toList();
            assertThat(texts).hasSize(80);
            assertThat(texts.stream().filter(text -> !text.isEmpty())).hasSizeBetween(5, 40);
        }
    }

    @Test
    void a_busy_server_is_asked_again() throws IOException {
        try (var box = new StandInBox(KNOWN).busy(3);
                var client = new SurveyClient(box.origin())) {
            assertThat(new Play(client, Habits.PLAIN, 1)
                            .answer("p", CODES, sheets(5))
                            .ledger())
                    .hasSize(5);
        }
    }

    @Test
    void a_box_that_records_the_same_ballot_twice_is_found_out() throws IOException {
        for (var behaviour : List.of(Behaviour.DOUBLE_SEND, Behaviour.STORM, Behaviour.REVISION)) {
            try (var box = new StandInBox(KNOWN).forgetful();
                    var client = new SurveyClient(box.origin())) {
                var play = new Play(client, new Habits(Map.of(behaviour, 1.0)), 1);

                assertThatThrownBy(() -> play.answer("p", CODES, sheets(2)))
                        .as(behaviour.name())
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void a_box_that_takes_forged_codes_or_old_versions_is_found_out() throws IOException {
        for (var behaviour : List.of(Behaviour.FORGED, Behaviour.STALE)) {
            try (var box = new StandInBox(KNOWN).lenient();
                    var client = new SurveyClient(box.origin())) {
                var play = new Play(client, new Habits(Map.of(behaviour, 1.0)), 1);

                assertThatThrownBy(() -> play.answer("p", CODES, sheets(2)))
                        .as(behaviour.name())
                        .hasMessageContaining("expected");
            }
        }
    }

    @Test
    void a_refusal_is_told_with_the_servers_own_words() throws IOException {
        try (var box = new StandInBox(KNOWN);
                var client = new SurveyClient(box.origin())) {
            var reply = client.ballot(LinkEntrance.of("p", "unknown").ballot(1, "00", Map.of()));

            assertThatThrownBy(() -> reply.expect(201))
                    .isInstanceOf(CallRefused.class)
                    .hasMessageContaining("POST /ballots answered 404")
                    .hasMessageContaining("code-404");
        }
    }

    @Test
    void more_sheets_than_codes_are_refused() throws IOException {
        try (var box = new StandInBox(KNOWN);
                var client = new SurveyClient(box.origin())) {
            assertThatThrownBy(() -> new Play(client, Habits.PLAIN, 1).answer("p", Map.of(), sheets(1)))
                    .hasMessageContaining("more sheets than codes");
        }
    }

    private static List<String> codes(String group, int many) {
        return IntStream.range(0, many).mapToObj(i -> group + "-" + i).toList();
    }

    private static List<AnswerSheet> sheets(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
                    answers.put("A", 1 + i % 5);
                    answers.put("B", i % 3 == 0 ? null : 5 - i % 5);
                    return new AnswerSheet(i % 3 == 0 ? "h" : "g", answers);
                })
                .toList();
    }
}
