package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads what HR is shown, and all mail besides, cannot tell who answered; with a mail server that is read along. */
@Tag("ci")
class MailParticipationTest {
    @TempDir
    Path folder;

    @Test
    void no_letter_tells_on_h2_whether_anybody_answered() throws IOException {
        try (var sink = new MailSink();
                var server = Servers.onH2(folder, sink.settings())) {
            fails(server, sink);
        }
    }

    @Test
    void no_letter_tells_on_postgresql_whether_anybody_answered() throws IOException {
        try (var sink = new MailSink();
                var server = Servers.onPostgres(folder, sink.settings())) {
            fails(server, sink);
        }
    }

    private static void fails(Servers server, MailSink sink) {
        try (var api = server.api()) {
            var finding = new MailParticipation(sink::letters).on(api);
            assertThat(finding.outcome()).as(finding.toString()).isEqualTo(Outcome.FAILED);
            assertThat(finding.numbers().get("letters")).as(finding.toString()).isGreaterThanOrEqualTo(3.0 * 24);
        }
    }

    @Test
    void two_pulses_leave_the_same_letters_unless_one_is_missing_differs_or_stands_elsewhere() {
        var first = letter("roads", "1", "now", "You can answer");
        var second = letter("roads", "2", "now", "You can answer");
        assertThat(first.about("first")).isTrue();
        assertThat(first.about("fir")).isFalse();
        assertThat(nameless(first, second))
                .isEqualTo(nameless(
                        letter("parks", "1", "later", "You can answer"),
                        letter("parks", "2", "later", "You can answer")))
                .isNotEqualTo(nameless(second, first))
                .isNotEqualTo(nameless(first))
                .isNotEqualTo(nameless(first, letter("roads", "2", "now", "You have not answered yet")));
    }

    private static TakenLetter letter(String team, String number, String moment, String words) {
        return new TakenLetter(
                team + "-" + number + "@city.example",
                "Date: %1$s\nMessage-ID: <%1$s@x>\n%2$s: https://pulse.city.example/answer/first/%3$s\n----=_Part_%1$s\n"
                        .formatted(moment, words, team));
    }

    private static List<String> nameless(TakenLetter... letters) {
        return Stream.of(letters)
                .map(one -> one.without("first", List.of("roads", "parks")))
                .toList();
    }
}
