package org.groeipuls.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterWordsTest {
    private static final String NOT_RETURNED =
            "The works council did not take off its layer within 14 days; the answers cannot be read and are destroyed";
    private static final GroupId LEADS = AskedGroup.ownPeopleOf(new UnitId("city"));

    private static Letter letter(TicketMode tickets, LetterKind kind, String language, @Nullable String code) {
        return letter(new PulseRules(5, Disclosure.BANDED, 20, tickets, 1), kind, language, code);
    }

    private static Letter letter(PulseRules rules, LetterKind kind, String language, @Nullable String code) {
        return letter(rules, kind, Mailroom.ROADS, language, code);
    }

    private static Letter letter(
            PulseRules rules, LetterKind kind, GroupId group, String language, @Nullable String code) {
        var signers = new java.util.TreeMap<GroupId, TicketSigner>();
        signers.put(Mailroom.ROADS, new TicketSigner("", "5".repeat(64)));
        var issued = new PulseIssued(
                Mailroom.MARCH,
                Catalogue.builtIn().getFirst().key(),
                rules,
                Mailroom.DATES,
                List.of(),
                List.of(asked(Mailroom.ROADS), asked(LEADS)),
                new FrozenKeys("", "0".repeat(64), "", "c".repeat(64), signers),
                null,
                true);
        var known = new KnownPulse(issued, PulseState.OPEN, Instant.parse("2027-03-17T16:00:00Z"), null, NOT_RETURNED);
        return new LetterWriter(Mailroom.SETTINGS).write(known, kind, "Groeipuls", group, language, code);
    }

    private static AskedGroup asked(GroupId group) {
        var teams = new TreeSet<TeamId>();
        if (!group.equals(LEADS)) {
            teams.add(new TeamId(group.value()));
        }
        return new AskedGroup(group, "", teams, new UnitId("city"), 8, "F1", List.of("E1"));
    }

    @Test
    void both_languages_have_the_same_texts_and_arguments() {
        var nl = LetterWords.bundle("nl");
        var en = LetterWords.bundle("en");
        assertThat(nl.keySet()).isEqualTo(en.keySet()).hasSizeGreaterThan(20);
        for (var key : nl.keySet()) {
            assertThat(arguments(nl.getString(key))).as(key).isEqualTo(arguments(en.getString(key)));
            assertThat(nl.getString(key) + en.getString(key)).as(key).doesNotContain("'");
        }
    }

    private static List<String> arguments(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    @Test
    void a_letter_leads_to_this_server_only_and_tells_nobody_that_it_was_read() {
        for (var kind : LetterKind.values()) {
            for (var language : List.of("nl", "en")) {
                var letter = letter(TicketMode.BLIND, kind, language, null);
                var foreign = Pattern.compile("(?:https?:)?//(?!pulse\\.city\\.example)")
                        .matcher(letter.html());
                assertThat(foreign.find()).as(letter.html()).isFalse();
                assertThat(letter.html())
                        .contains("<html lang=\"" + language + "\">")
                        .doesNotContain("<img", "<script", "<style", "<link", "src=", "{0}", "??");
                assertThat(letter.plain()).doesNotContain("{0}", "<", "??");
            }
        }
    }

    @Test
    void an_invitation_says_who_sees_what_and_shows_the_keys_and_the_counsellor() {
        var letter = letter(TicketMode.BLIND, LetterKind.ENTRY_CODE, "en", null);
        assertThat(letter.plain())
                .contains("Your manager does not see your answers.")
                .contains("Results appear only from 5 answers.")
                .contains("could link your answers to you if we wanted to")
                .contains("5".repeat(64), "0".repeat(64), "c".repeat(64))
                .contains("https://pulse.city.example/api/v1/pulses/march/keys")
                .contains("Nobody may ask for your receipt number")
                .contains("confidential counsellor")
                .contains("https://pulse.city.example/inbox?lang=en")
                .doesNotContain("anonymous");
    }

    @Test
    void that_the_employer_cannot_see_answers_is_said_where_the_works_council_has_a_key_only() {
        for (int layers : List.of(1, 2)) {
            var rules = new PulseRules(5, Disclosure.BANDED, 20, TicketMode.BLIND, layers);
            var english = letter(rules, LetterKind.ENTRY_CODE, "en", null).plain();
            assertThat(english.contains("cannot see which answers are yours")).isEqualTo(layers == 2);
            assertThat(english.contains("link your answers to you if we wanted to"))
                    .isEqualTo(layers == 1);
            assertThat(english).doesNotContain("nobody sees");
            assertThat(letter(rules, LetterKind.ENTRY_CODE, "nl", null).plain().contains("van jou zijn"))
                    .isEqualTo(layers == 2);
        }
    }

    @Test
    void leads_are_told_that_no_page_shows_results_of_their_group() {
        for (var kind : List.of(LetterKind.ENTRY_CODE, LetterKind.EXTENDED, LetterKind.RESULTS)) {
            for (var group : List.of(Mailroom.ROADS, LEADS)) {
                var letter = letter(PulseRules.DEFAULT, kind, group, "en", null).plain();
                assertThat(letter.contains("your group may see")
                                || letter.contains("Your group may see what your manager sees"))
                        .as(letter)
                        .isEqualTo(group.equals(Mailroom.ROADS));
                assertThat(letter.contains("No page shows results of the managers’ group"))
                        .isEqualTo(group.equals(LEADS));
            }
        }
        assertThat(letter(PulseRules.DEFAULT, LetterKind.RESULTS, LEADS, "nl", null))
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("Groeipuls: geteld"))
                .satisfies(letter -> assertThat(letter.plain()).contains("alleen analisten kunnen ze lezen"));
    }

    @Test
    void a_reason_of_the_product_is_told_in_the_language_of_the_letter() {
        assertThat(letter(TicketMode.BLIND, LetterKind.CANCELLED, "nl", null).plain())
                .contains("De reden: De OR heeft haar verzegeling er niet binnen 14 dagen afgehaald.")
                .doesNotContain("works council");
        assertThat(letter(TicketMode.BLIND, LetterKind.CANCELLED, "en", null).plain())
                .contains("The reason: The works council did not take its seal off within 14 days.");
    }

    @Test
    void a_mail_server_without_a_sender_or_an_address_stops_the_start() {
        assertThatThrownBy(MailSettings.NONE::requireComplete).hasMessageContaining("groeipuls.mail.from");
        var without = new MailSettings("pulse@city.example", null, null);
        assertThatThrownBy(without::requireComplete).hasMessageContaining("groeipuls.mail.base-url");
        Mailroom.SETTINGS.requireComplete();
    }

    @Test
    void a_link_is_confidential_and_stands_behind_the_fragment() {
        var letter = letter(TicketMode.LINK, LetterKind.OPEN, "nl", "abc.def");
        assertThat(letter.plain())
                .contains("https://pulse.city.example/answer/march/roads?lang=nl#abc.def")
                .contains("vertrouwelijk, niet anoniem");
        assertThat(letter.html()).contains("href=\"https://pulse.city.example/answer/march/roads?lang=nl#abc.def\"");
    }
}
