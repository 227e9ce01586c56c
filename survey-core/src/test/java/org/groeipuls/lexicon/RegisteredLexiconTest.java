package org.groeipuls.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.language.Category;
import org.groeipuls.language.CodedTexts;
import org.groeipuls.language.FaultyFile;
import org.groeipuls.language.Language;
import org.groeipuls.language.Lexicon;
import org.groeipuls.lexicon.LexiconCommand.RegisterLexicon;
import org.groeipuls.lexicon.LexiconCommand.TryLexicon;
import org.groeipuls.lexicon.LexiconEvent.LexiconRegistered;
import org.groeipuls.lexicon.LexiconEvent.LexiconTried;
import org.groeipuls.refusal.Refused;
import org.junit.jupiter.api.Test;

class RegisteredLexiconTest {
    private static final int ENOUGH = LexiconTooNarrow.LEAST_PHRASES;

    private final AggregateTestFixture<RegisteredLexicon> lexicon = new AggregateTestFixture<>(RegisteredLexicon.class);

    private static RegisterLexicon register(byte[] file) {
        return RegisterLexicon.of("list", file);
    }

    private static LexiconRegistered registered() {
        var command = register(Lists.broad(ENOUGH));
        return new LexiconRegistered(command.lexicon(), command.language(), command.content(), command.method());
    }

    private static Study study(int texts, int wrong, int phrases, boolean coders) {
        return Study.of(
                Lexicon.parse("list", Lists.broad(ENOUGH)),
                CodedTexts.parse("labels", Lists.labelled(texts, wrong, phrases, coders)));
    }

    @Test
    void a_broad_list_is_registered_under_the_name_that_stands_in_it() {
        lexicon.givenNoPriorActivity().when(register(Lists.broad(ENOUGH))).expectEvents(registered());
        assertThat(registered().lexicon()).isEqualTo(Lists.ID);
        assertThat(registered().method()).isEqualTo("clauses@1");
    }

    @Test
    void the_lists_that_come_along_are_broad_enough() {
        for (var language : Language.values()) {
            var list = Lexicon.builtIn(language);
            assertThat(LexiconTooNarrow.passes(list)).isTrue();
            assertThat(list.breadth().values()).allMatch(phrases -> phrases > 2 * ENOUGH);
        }
    }

    @Test
    void the_same_content_again_changes_nothing_however_its_lines_end() {
        var windows = ("\uFEFF" + new String(Lists.broad(ENOUGH), StandardCharsets.UTF_8).replace("\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        lexicon.given(registered()).when(register(windows)).expectNoEvents();
    }

    @Test
    void other_content_needs_another_version() {
        lexicon.given(registered())
                .when(register(Lists.broad(ENOUGH + 1)))
                .expectException(Refused.as("lexicon-already-registered"));
    }

    @Test
    void a_list_of_one_word_is_refused_however_it_is_written() {
        for (var rows : List.of(
                List.of("%s"),
                IntStream.range(0, 100).mapToObj(i -> "%s woord" + i).toList(),
                List.of("%s" + IntStream.range(0, 100).mapToObj(i -> "|%<s" + i).reduce("", String::concat)),
                IntStream.range(0, 100)
                        .mapToObj(i -> "woord" + i % 19 + " %s" + i)
                        .toList())) {
            var command = register(Lists.of(rows));
            new AggregateTestFixture<>(RegisteredLexicon.class)
                    .givenNoPriorActivity()
                    .when(command)
                    .expectException(Refused.as("lexicon-too-narrow"));
        }
        lexicon.givenNoPriorActivity()
                .when(register(Lists.broad(ENOUGH - 1)))
                .expectException(Refused.as("lexicon-too-narrow"));
    }

    @Test
    void a_faulty_list_says_where() {
        assertThatExceptionOfType(FaultyFile.class)
                .isThrownBy(() -> register(Lists.of(List.of("%s!"))))
                .satisfies(fault -> assertThat(fault.complaints()).hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    void a_list_is_tried_and_the_same_figures_again_change_nothing() {
        var study = study(900, 10, 9, true);
        lexicon.given(registered())
                .when(new TryLexicon(Lists.ID, study))
                .expectEvents(new LexiconTried(Lists.ID, study));
        new AggregateTestFixture<>(RegisteredLexicon.class)
                .given(registered(), new LexiconTried(Lists.ID, study))
                .when(new TryLexicon(Lists.ID, study))
                .expectNoEvents();
    }

    @Test
    void a_study_of_fewer_than_four_hundred_texts_is_refused() {
        lexicon.given(registered())
                .when(new TryLexicon(Lists.ID, study(399, 0, 9, true)))
                .expectException(Refused.as("study-too-small"));
    }

    @Test
    void what_passes_is_shown_and_what_fails_says_at_which_gate() {
        var good = study(900, 10, 9, true);
        assertThat(good.shown()).containsExactly(Category.LEARNING);
        assertThat(good.failed(Category.BLAME)).contains(Gate.KAPPA, Gate.PRECISION, Gate.RECALL, Gate.PHRASES);
        assertThat(study(900, 10, 9, false).failed(Category.LEARNING)).containsExactly(Gate.CODERS);
        assertThat(study(900, 10, 4, true).failed(Category.LEARNING)).containsExactly(Gate.PHRASES);
        assertThat(study(900, 400, 9, true).failed(Category.LEARNING))
                .containsExactlyInAnyOrder(Gate.KAPPA, Gate.PRECISION, Gate.RECALL);
    }

    @Test
    void only_texts_that_are_known_count() {
        var coded = CodedTexts.parse("labels", Lists.labelled(900, 0, 9, true));
        var known = coded.gold().all().stream()
                .map(text -> text.text().toUpperCase(java.util.Locale.ROOT) + "!")
                .limit(450)
                .toList();
        var study = Study.of(Lexicon.parse("list", Lists.broad(ENOUGH)), coded.among(known));
        assertThat(study.texts()).isEqualTo(450);
        assertThat(study.failed(Category.LEARNING)).isEmpty();
        assertThat(coded.among(List.of("iets anders")).gold().all()).isEmpty();
    }
}
