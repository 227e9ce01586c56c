package org.groeipuls.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.ZoneId;
import java.util.List;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.junit.jupiter.api.Test;

/** Pages say what holds for the pulse and the group that they are about, and no more. */
class SaidTest {
    private static final String LOST =
            "The keys or the box of this pulse are lost; its answers cannot be read by anybody and are destroyed";

    private final House house = new House();

    private String html(String path, Language language) throws Exception {
        var request = get(java.net.URI.create(path)).header("Accept-Language", language.tag());
        return house.pages()
                .perform(request.principal(House.LEAD))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void the_inbox_says_who_could_link_answers_as_the_rules_of_the_pulse_have_it() throws Exception {
        house.pulse("alone", PulseState.OPEN, House.BLIND, null);
        house.ask("alone");
        assertThat(html("/inbox", Language.NL))
                .contains("Aan de code kan niemand zien wie jij bent")
                .contains("aan jou kunnen koppelen als we dat wilden")
                .doesNotContain("welke antwoorden van jou zijn");
    }

    @Test
    void the_inbox_says_that_the_employer_cannot_see_answers_where_the_works_council_has_a_key() throws Exception {
        house.pulse("together", PulseState.OPEN, new PulseRules(5, Disclosure.BANDED, 20, TicketMode.BLIND, 2), null);
        house.ask("together");
        assertThat(html("/inbox", Language.EN))
                .contains("That way your employer cannot see which answers are yours.")
                .doesNotContain("if we wanted to");
    }

    @Test
    void hr_reads_of_no_choice_that_it_alone_keeps_answers_from_everybody() {
        var dutch = new Words(Language.NL, ZoneId.of("Europe/Amsterdam"));
        assertThat(dutch.text("hr.rules.blind-text"))
                .contains("hangt af van wie ze kan openen")
                .doesNotContainIgnoringCase("anoniem");
        assertThat(dutch.text("hr.rules.banded-text")).contains("kunnen meer te weten komen");
        var english = new Words(Language.EN, ZoneId.of("Europe/Amsterdam"));
        assertThat(english.text("hr.rules.blind-text"))
                .contains("depends on who can open them")
                .doesNotContainIgnoringCase("anonymous");
        assertThat(english.text("hr.rules.banded-text")).contains("can find out more");
    }

    @Test
    void leads_read_that_no_page_shows_results_of_their_group() throws Exception {
        for (var state : List.of(PulseState.OPEN, PulseState.CLOSED, PulseState.COUNTED)) {
            var id = state.word();
            house.pulse(id, state, House.RULES, null);
            assertThat(html("/answer/" + id + "/leads.works", Language.NL))
                    .as(id)
                    .contains("Van de groep van leidinggevenden toont geen pagina uitkomsten")
                    .doesNotContain("je groep dezelfde uitkomsten", "mag je groep");
            assertThat(html("/answer/" + id + "/green", Language.NL))
                    .as(id)
                    .contains("mag je groep")
                    .doesNotContain("toont geen pagina uitkomsten");
        }
    }

    @Test
    void a_reason_of_the_product_is_told_in_the_language_of_the_reader_and_one_of_hr_as_it_was_typed()
            throws Exception {
        house.pulse("lost", PulseState.CANCELLED, House.RULES, LOST);
        house.pulse("hr", PulseState.CANCELLED, House.RULES, "Er is brand");
        for (var path : List.of("/answer/%s/green", "/council/pulses/%s")) {
            assertThat(html(path.formatted("lost"), Language.NL))
                    .contains("De reden: De sleutels of de verzegelde antwoorden van deze peiling zijn kwijt.")
                    .doesNotContain("are lost");
            assertThat(html(path.formatted("hr"), Language.EN)).contains("The reason: Er is brand");
        }
    }
}
