package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** The letters of a survey that looks the same to HR: all but one reminder goes to whoever has not answered. */
    @Test
    void the_attack_sees_one_letter_too_few_a_letter_that_differs_and_another_order() {
        var first = new TakenLetter("t-0@x", "Date: now\nhttps://x/answer/p/t ----=_Part_1_2.3\n");
        var second = new TakenLetter("t-1@x", "Date: now\nhttps://x/answer/p/t ----=_Part_1_2.4\n");
        var other = new TakenLetter("u-0@x", "Date: then\nhttps://x/answer/q/u ----=_Part_9_9.9\n");
        assertThat(first.without("p", "t")).isEqualTo(other.without("q", "u")).isNotEqualTo(second.without("p", "t"));
        assertThat(first.about("p")).isTrue();
        assertThat(first.about("q")).isFalse();
        assertThat(without(List.of(first, second))).isNotEqualTo(without(List.of(second, first)));
    }

    private static List<String> without(List<TakenLetter> letters) {
        return new ArrayList<>(
                letters.stream().map(one -> one.without("p", "t")).toList());
    }
}
