package org.groeipuls.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.reference.EarlierResults;
import org.groeipuls.reference.EarlierResults.Statement;
import org.groeipuls.reference.EarlierResults.Year;
import org.groeipuls.scoring.CalibrationEstimate;
import org.groeipuls.scoring.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;

class PagesTest {
    private static final House HOUSE = new House();
    private static final List<String> EVERY_PAGE = List.of(
            "/",
            "/promise",
            "/method",
            "/inbox",
            "/council",
            "/council/pulses/counted",
            "/council/pulses/blind",
            "/council/pulses/cancelled",
            "/council/pulses/none",
            "/answer/blind/green",
            "/answer/blind-issued/green",
            "/answer/writing/green",
            "/answer/writing-blind/green",
            "/council/pulses/writing-blind",
            "/pulses/open/cards",
            "/pulses/blind/cards",
            "/texts",
            "/texts/works",
            "/texts/none",
            "/login",
            "/login?error",
            "/signed-out",
            "/dashboard/parks",
            "/dashboard/roads",
            "/teams/parks/interventions",
            "/teams/parks/interventions?change=own-case&said=recorded",
            "/teams/roads/interventions",
            "/teams/parks/learning",
            "/teams/parks/learning?form=ritual&said=recorded",
            "/teams/roads/learning",
            "/teams/parks/conversation",
            "/teams/parks/conversation/cards",
            "/teams/parks/conversation/session",
            "/teams/parks/conversation/consultation",
            "/teams/parks/mirror/issued",
            "/teams/parks/mirror/open",
            "/teams/parks/mirror/counted?said=answered",
            "/teams/roads/mirror/open",
            "/answer/open/green",
            "/answer/open/leads.works",
            "/answer/exact/green",
            "/answer/issued/green",
            "/answer/closed/green",
            "/answer/counted/green",
            "/answer/cancelled/green",
            "/answer/none/green",
            "/references");

    @BeforeAll
    static void move_in() {
        HOUSE.pulse("issued", PulseState.ISSUED, House.RULES, null);
        HOUSE.pulse("open", PulseState.OPEN, House.RULES, null);
        HOUSE.pulse("closed", PulseState.CLOSED, House.RULES, null);
        HOUSE.pulse("counted", PulseState.COUNTED, House.RULES, null);
        HOUSE.pulse("cancelled", PulseState.CANCELLED, House.RULES, "De sleutel is <kwijt>.");
        HOUSE.pulse("exact", PulseState.OPEN, new PulseRules(7, Disclosure.EXACT, 20, TicketMode.LINK, 1), null);
        HOUSE.pulse("blind", PulseState.OPEN, House.BLIND, null);
        HOUSE.pulse("two-layers", PulseState.OPEN, new PulseRules(5, Disclosure.BANDED, 20, TicketMode.BLIND, 2), null);
        HOUSE.pulse("blind-issued", PulseState.ISSUED, House.BLIND, null, House.NOW.plusSeconds(1));
        HOUSE.writing("writing", House.RULES);
        HOUSE.writing("writing-blind", House.BLIND);
        HOUSE.written("january", false, "Eerst vragen,\ndan doen.", "We belden <te> laat.");
        HOUSE.written("last-year", true, "Weg");
        for (var pulse : List.of("blind", "blind-issued", "open", "closed", "none")) {
            HOUSE.ask(pulse);
        }
        for (var construct : House.INSTRUMENT.constructs()) {
            HOUSE.trend("green", construct.key(), House.twoYears());
        }
        HOUSE.reference(
                "challenge",
                new EarlierResults(
                        "People <Survey>, 2019",
                        new Statement(null, "I think it is safe to challenge the way things are done"),
                        "psychological-safety",
                        List.of(new Year(2014, 38, null), new Year(2015, 39.5, 812), new Year(2017, 44, 790))));
        HOUSE.intervention(
                "own-case", LearningForm.INTERVISIE, LeaderRole.BRINGS_OWN_CASE, "2025-12-01", null, "parks");
        HOUSE.intervention(
                "lab", LearningForm.LEARNING_LAB, LeaderRole.ABSENT, "2026-03-02", "2026-06-01", "parks", "water");
        HOUSE.intervention("ritual", LearningForm.RITUAL, LeaderRole.FACILITATOR, "2027-01-04", "2027-01-04", "water");
        HOUSE.intervention("elsewhere", LearningForm.ONBOARDING, LeaderRole.ABSENT, "2026-03-02", null, "roads");
    }

    @ParameterizedTest
    @EnumSource
    void every_page_is_whole_in_its_language(Language language) throws Exception {
        for (var path : EVERY_PAGE) {
            var html = html(path, language, reader(path));
            assertThat(html)
                    .as(path)
                    .startsWith("<!doctype html>")
                    .contains("<html lang=\"" + language.tag() + "\">")
                    .doesNotContain("th:")
                    .doesNotContain("??")
                    .doesNotContain("{0}")
                    .contains("href=\"#main\"")
                    .contains("hreflang=\"" + language.other().tag() + "\"");
            assertThat(ids(html)).as(path).doesNotHaveDuplicates();
        }
    }

    @Test
    void both_languages_have_the_same_texts_and_arguments() {
        var nl = Words.bundle(Language.NL);
        var en = Words.bundle(Language.EN);

        assertThat(nl.keySet()).isEqualTo(en.keySet()).hasSizeGreaterThan(100);
        for (var key : nl.keySet()) {
            assertThat(arguments(nl.getString(key))).as(key).isEqualTo(arguments(en.getString(key)));
            assertThat(nl.getString(key) + en.getString(key))
                    .as(key)
                    .doesNotContain("'")
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_text_can_be_said_of_none_of_one_and_of_many(Language language) {
        var texts = Words.bundle(language);
        for (var key : texts.keySet()) {
            for (int many = 0; many < 3; many++) {
                var said = new MessageFormat(texts.getString(key), Locale.ROOT)
                        .format(Collections.nCopies(12, many).toArray());
                assertThat(said).as(key).doesNotContain("{", "|");
            }
        }
    }

    @Test
    void every_text_that_a_template_names_exists() throws IOException {
        var known = Words.bundle(Language.NL).keySet();
        for (var template :
                new PathMatchingResourcePatternResolver().getResources("classpath:templates/pages/**/*.html")) {
            var named = Pattern.compile("#\\{([a-z0-9.-]+)")
                    .matcher(template.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(known).as(template.getFilename()).containsAll(named);
        }
    }

    @Test
    void the_mirror_says_that_it_is_not_anonymous_and_asks_until_the_count() throws Exception {
        var open = html("/teams/parks/mirror/open", Language.EN, House.LEAD);
        assertThat(open)
                .contains("This form is not anonymous: there is one manager, and that is you.")
                .contains("I told my staff about a mistake of my own.")
                .contains("You can change your answers until the pulse is counted.")
                .doesNotContain("You cannot undo this");
        assertThat(Pattern.compile("<fieldset").matcher(open).results()).hasSize(11);
        assertThat(html("/teams/parks/mirror/issued", Language.EN, House.LEAD))
                .contains("from the opening of the pulse on")
                .doesNotContain("<fieldset");
        assertThat(response("/teams/parks/mirror/open", Language.EN, House.STRANGER)
                        .getContentAsString())
                .isEqualTo(response("/teams/none/mirror/open", Language.EN, House.STRANGER)
                        .getContentAsString()
                        .replace("/teams/none/", "/teams/parks/"));
        assertThat(response("/teams/parks/mirror/open", Language.EN, House.HR).getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_learning_form_takes_two_taps_and_no_script() throws Exception {
        var first = html("/teams/parks/learning", Language.NL, House.LEAD);
        assertThat(Pattern.compile("class=\"tap\"").matcher(first).results()).hasSize(9);
        assertThat(first).contains("href=\"/teams/parks/learning?lang=nl&amp;form=learning-lab\"");
        var second = html("/teams/parks/learning?form=ritual", Language.NL, House.LEAD);
        assertThat(Pattern.compile("<button class=\"tap\" type=\"submit\" name=\"leaderRole\"")
                        .matcher(second)
                        .results())
                .hasSize(4);
        assertThat(second)
                .contains("Ritueel: wat deed jij daarin?")
                .contains("name=\"form\" value=\"ritual\"")
                .contains("value=\"2027-03-03\"");
        assertThat(response("/teams/parks/learning", Language.NL, House.STRANGER)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_missing_text_stops_the_page() {
        var words = new Words(Language.EN, Pages.ZONE);

        assertThatThrownBy(() -> words.text("no.such.text")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void nothing_on_a_page_is_inline_or_from_elsewhere() throws Exception {
        for (var path : EVERY_PAGE) {
            assertThat(breaches(html(path, Language.NL, reader(path)))).as(path).isEmpty();
        }
        assertThat(breaches("<p style=\"x\"><script>x</script><a onclick=\"x\"><img src=\"https://elsewhere.org\">"))
                .hasSize(4);
    }

    @Test
    void headers_keep_a_page_to_itself() throws Exception {
        var response = response("/answer/open/green", Language.NL, null);

        assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'self';");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getCookies()).isEmpty();
        assertThat(response.getHeader("Content-Language")).isEqualTo("nl");
    }

    @Test
    void the_browser_decides_the_language_unless_the_address_does() {
        assertThat(Language.of(null, null)).isEqualTo(Language.NL);
        assertThat(Language.of(null, "en-GB,en;q=0.9,nl;q=0.8")).isEqualTo(Language.EN);
        assertThat(Language.of(null, "nl-NL,nl;q=0.9,en;q=0.8")).isEqualTo(Language.NL);
        assertThat(Language.of(null, "de,fr;q=0.5")).isEqualTo(Language.NL);
        assertThat(Language.of(null, ";;;")).isEqualTo(Language.NL);
        assertThat(Language.of("en", "nl")).isEqualTo(Language.EN);
        assertThat(Language.of("xx", "en")).isEqualTo(Language.EN);
    }

    @Test
    void the_start_text_comes_from_the_frozen_rules() throws Exception {
        assertThat(html("/answer/open/green", Language.NL, null))
                .contains("11 stellingen, ongeveer 2 minuten")
                .contains("pas vanaf 5 antwoorden")
                .contains("sluit op 12 maart 2027 om 17.00 uur")
                .contains("Vanaf 16 maart 2027")
                .contains("Groen &amp; parken en Water (12 mensen)")
                .contains("besluit 2027-4, 14 januari 2027")
                .contains("Deze link is persoonlijk")
                .contains("aan jou kunnen koppelen als we dat wilden")
                .contains("in welke trede");
        assertThat(html("/answer/exact/green", Language.EN, null))
                .contains("only from 7 answers")
                .contains("how often each answer was given")
                .contains("confidential, not anonymous");
        assertThat(html("/answer/open/leads.works", Language.EN, null))
                .contains("the managers of Stadswerken (6 people)");
    }

    @Test
    void a_blind_pulse_promises_what_blind_tickets_keep() throws Exception {
        assertThat(html("/answer/blind/green", Language.NL, null))
                .contains("Je antwoordt met een toegangscode")
                .contains("Dit ziet niemand op een dashboard")
                .contains("niet of je hem gebruikte. Behalve als iedereen in je groep antwoordde")
                .contains("aan jou kunnen koppelen als we dat wilden")
                .contains("in één keer")
                .contains(House.SIGNER_PRINT)
                .contains("href=\"/inbox?lang=nl\"")
                .doesNotContain("Deze link is persoonlijk")
                .doesNotContain("deze link");
        assertThat(html("/answer/two-layers/green", Language.NL, null))
                .contains("Dit kan je werkgever niet zien")
                .doesNotContain("als we dat wilden");
        assertThat(html("/answer/open/green", Language.NL, null))
                .contains("Deze link is persoonlijk")
                .doesNotContain("toegangscode")
                .doesNotContain(House.SIGNER_PRINT);
        assertThat(html("/promise", Language.EN, null))
                .contains("The server signed it without seeing it")
                .contains("confidential, not anonymous");
    }

    @Test
    void a_ticket_can_arrive_before_the_pulse_is_open_and_is_forgotten_when_it_is_over() throws Exception {
        assertThat(html("/answer/blind-issued/green", Language.EN, null))
                .contains("data-entry")
                .doesNotContain("data-over")
                .doesNotContain("<fieldset");
        assertThat(html("/answer/closed/green", Language.EN, null)).contains("data-over=\"over\"");
    }

    @Test
    void the_inbox_shows_what_waits_and_how_to_come_in() throws Exception {
        var html = html("/inbox", Language.EN, House.LEAD);

        assertThat(Pattern.compile("<section").matcher(html).results()).hasSize(3);
        assertThat(Pattern.compile("data-entrance").matcher(html).results()).hasSize(1);
        assertThat(html)
                .contains("data-pulse=\"blind\" data-group=\"green\" data-holder=\"" + "5f".repeat(32) + "\"")
                .contains("href=\"/answer/blind/green?lang=en\"")
                .contains("You can fetch your entry code here from 3 March 2027 at 09:00.")
                .contains("For this pulse you get a personal link or a card.")
                .contains("Your group: Groen &amp; parken and Water (12 people).")
                .contains("You fetch and answer in one go; someone watching the server live could match the two.")
                .contains("<li>Anna de Boer</li><li>Bas Smit</li><li>Chris &lt;b&gt;Vos&lt;/b&gt;</li>");
        assertThat(html("/inbox", Language.NL, House.STRANGER))
                .contains("Er wacht nu niets op je.")
                .doesNotContain("<section");
    }

    @Test
    void a_pulse_with_an_open_question_says_in_whose_name_people_write_and_who_reads_it() throws Exception {
        assertThat(html("/answer/writing/green", Language.NL, null))
                .contains("Aan het eind staat één open vraag")
                .contains("in naam van Stadswerken: samen 18 mensen uit")
                .contains("Groen &amp; parken, Water en de leidinggevenden van Stadswerken")
                .contains("minstens 10 mensen")
                .contains("minstens 5 iets schreven")
                .contains("90 dagen na de telling")
                .contains("in willekeurige volgorde, zonder groep en zonder datum")
                .contains("Wie welke tekst schreef.")
                .contains("spellcheck=\"false\"")
                .contains("twee keer 26");
        assertThat(html("/answer/writing-blind/green", Language.EN, null))
                .contains(House.TEXT_SIGNER_PRINT)
                .contains("a".repeat(64))
                .contains("b".repeat(64))
                .contains("in random order");
        for (var without : List.of("/answer/open/green", "/answer/blind/green", "/council/pulses/blind")) {
            assertThat(html(without, Language.EN, null))
                    .as(without)
                    .doesNotContain("open question")
                    .doesNotContain("textarea")
                    .doesNotContain("random order");
        }
    }

    @Test
    void a_pulse_that_asks_for_more_answers_shows_texts_from_as_many_people() throws Exception {
        HOUSE.writing("writing-much", new PulseRules(15, Disclosure.BANDED, 20, TicketMode.LINK, 1));
        assertThat(html("/answer/writing-much/green", Language.EN, null)).contains("at least 15 people took part");
    }

    @Test
    void what_is_promised_of_texts_is_promised_everywhere() throws Exception {
        assertThat(html("/promise", Language.NL, null))
                .contains("opmerkingen van een grote eenheid in willekeurige volgorde");
        assertThat(html("/", Language.EN, null)).contains("comments of a large unit in random order");
        assertThat(html("/council/pulses/writing-blind", Language.EN, null))
                .contains("from 10 people and 5 texts, until 90 days")
                .contains(House.TEXT_SIGNER_PRINT)
                .contains("a".repeat(64))
                .contains("b".repeat(64))
                .contains("<th scope=\"row\">Stadswerken</th><td>18</td>")
                .contains("in random order");
    }

    @Test
    void texts_are_read_by_unit_without_pulse_or_date_and_nobody_is_guessed() throws Exception {
        assertThat(html("/texts", Language.NL, null))
                .contains("href=\"/texts/works?lang=nl\"")
                .contains("Stadswerken");
        assertThat(html("/texts/works", Language.NL, null))
                .contains("<li>Eerst vragen,\ndan doen.</li>")
                .contains("We belden &lt;te&gt; laat.")
                .contains("Raad niet wie iets schreef")
                .contains("Eén tekst is niet meer te lezen")
                .doesNotContain("january")
                .doesNotContain("Weg")
                .doesNotContain("2027");
        assertThat(response("/texts/none", Language.EN, null).getStatus()).isEqualTo(404);
        assertThat(response("/texts/%20", Language.EN, null).getStatus()).isEqualTo(404);
    }

    @Test
    void nothing_is_preselected_or_required_and_every_statement_can_be_passed_over() throws Exception {
        var html = html("/answer/open/green", Language.NL, null);

        assertThat(Pattern.compile("<fieldset").matcher(html).results()).hasSize(11);
        assertThat(Pattern.compile("<legend>[^<]+</legend>").matcher(html).results())
                .hasSize(11);
        assertThat(Pattern.compile("type=\"radio\"").matcher(html).results()).hasSize(66);
        assertThat(Pattern.compile("<span>Zeg ik liever niet</span>")
                        .matcher(html)
                        .results())
                .hasSize(11);
        assertThat(html).doesNotContain("checked").doesNotContain("required");
        assertThat(html).contains("<noscript>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"issued", "closed", "counted", "cancelled", "none"})
    void only_an_open_pulse_can_be_answered(String pulse) throws Exception {
        assertThat(html("/answer/" + pulse + "/green", Language.EN, null)).doesNotContain("<fieldset");
    }

    @Test
    void whoever_comes_at_another_time_is_told_what_is_the_matter() throws Exception {
        assertThat(html("/answer/issued/green", Language.EN, null))
                .contains("You can answer from 2 March 2027 at 09:00 until 12 March 2027 at 17:00.");
        assertThat(html("/answer/cancelled/green", Language.EN, null)).contains("De sleutel is &lt;kwijt&gt;.");
        assertThat(html("/answer/counted/green", Language.EN, null)).contains("data-check data-pulse=\"counted\"");
        assertThat(response("/answer/none/green", Language.EN, null).getStatus())
                .isEqualTo(404);
        assertThat(response("/answer/open/other", Language.EN, null).getStatus())
                .isEqualTo(404);
        assertThat(response("/answer/%20/green", Language.EN, null).getStatus()).isEqualTo(404);
    }

    @Test
    void only_the_lead_sees_a_dashboard_and_a_team_that_is_not_there_looks_the_same() throws Exception {
        var stranger = response("/dashboard/parks", Language.EN, House.STRANGER);

        assertThat(stranger.getStatus()).isEqualTo(403);
        assertThat(html("/dashboard/parks", Language.EN, null)).contains("You cannot see this page");
        assertThat(response("/dashboard/none", Language.EN, House.STRANGER)
                        .getContentAsString()
                        .replace("none", "parks"))
                .isEqualTo(stranger.getContentAsString());
        assertThat(html("/dashboard/parks", Language.EN, House.LEAD))
                .contains("How Groen &amp; parken learns")
                .contains("Groen &amp; parken and Water");
    }

    @Test
    void a_lead_finds_the_own_teams_at_the_start() throws Exception {
        assertThat(html("/", Language.NL, House.LEAD))
                .contains("/dashboard/parks?lang=nl")
                .doesNotContain("/dashboard/roads");
        assertThat(html("/", Language.NL, null)).contains("href=\"/dashboard?lang=nl\"");
        assertThat(response("/dashboard", Language.NL, House.LEAD).getRedirectedUrl())
                .isEqualTo("/dashboard/parks?lang=nl");
    }

    @Test
    void a_dashboard_never_claims_more_than_it_knows() throws Exception {
        for (var language : Language.values()) {
            assertThat(html("/dashboard/parks", language, House.LEAD).toLowerCase(language.locale()))
                    .doesNotContain("significan")
                    .doesNotContain("omdat")
                    .doesNotContain("because")
                    .doesNotContainPattern("[↑↓↗↘▲▼]");
        }
    }

    @Test
    void a_dashboard_tells_what_was_done_in_the_group_and_by_which_team() throws Exception {
        assertThat(html("/dashboard/parks", Language.NL, House.LEAD))
                .contains("<strong>A</strong> <span>Intervisie, vanaf 1 december 2025."
                        + " De leidinggevende bracht een eigen casus in. Team: Groen &amp; parken.</span>")
                .contains("<strong>B</strong> <span>Leerlab, 2 maart 2026 tot en met 1 juni 2026."
                        + " De leidinggevende was er niet bij. Team: Groen &amp; parken en Water.</span>")
                .contains("<strong>C</strong> <span>Ritueel, op 4 januari 2027."
                        + " De leidinggevende begeleidde. Team: Water.</span>")
                .doesNotContain("Inwerken")
                .contains("class=\"marker\"")
                .contains("href=\"/teams/parks/interventions?lang=nl\"");
        assertThat(html("/dashboard/parks", Language.EN, House.LEAD))
                .contains("Peer consultation (intervisie), from 1 December 2025. The manager brought an own case.")
                .contains("<span class=\"after\"> – after A</span>")
                .contains("No pulse has been counted after C yet.");
        assertThat(html("/dashboard/roads", Language.EN, House.STRANGER))
                .contains("<strong>A</strong> <span>Onboarding, from 2 March 2026. The manager was not there.</span>")
                .doesNotContain("Team: Wegen");
    }

    @Test
    void a_lead_records_in_two_taps_and_changes_what_is_of_the_own_teams() throws Exception {
        var html = html("/teams/parks/interventions", Language.EN, House.LEAD);

        assertThat(Pattern.compile("type=\"radio\" name=\"form\"").matcher(html).results())
                .hasSize(9);
        assertThat(Pattern.compile("name=\"leaderRole\"").matcher(html).results())
                .hasSize(4);
        assertThat(html)
                .doesNotContain("checked=")
                .contains("name=\"startedOn\" type=\"date\" value=\"2027-03-03\"")
                .contains("action=\"/teams/parks/interventions?lang=en\"")
                .contains("change=own-case")
                .doesNotContain("change=lab")
                .contains("Came together 3 times.")
                .contains("This is for teams that you do not manage too. HR can change it.")
                .contains("href=\"/dashboard/parks?lang=en\"");
        assertThat(html("/teams/parks/interventions?change=own-case", Language.NL, House.LEAD))
                .contains("name=\"id\" value=\"own-case\"")
                .contains("value=\"bringsOwnCase\" required checked=\"checked\"")
                .contains("value=\"2025-12-01\"");
        assertThat(html("/teams/parks/interventions?change=elsewhere", Language.NL, House.LEAD))
                .doesNotContain("value=\"elsewhere\"");
    }

    @Test
    void of_a_team_that_is_not_theirs_nobody_sees_what_was_recorded() throws Exception {
        var stranger = response("/teams/parks/interventions", Language.EN, House.STRANGER);

        assertThat(stranger.getStatus()).isEqualTo(403);
        assertThat(response("/teams/none/interventions", Language.EN, House.STRANGER)
                        .getContentAsString()
                        .replace("none", "parks"))
                .isEqualTo(stranger.getContentAsString());
        assertThat(response("/teams/parks/interventions", Language.EN, null).getStatus())
                .isEqualTo(403);
    }

    @Test
    void the_method_page_has_the_numbers_that_the_code_has() throws Exception {
        var nl = html("/method", Language.NL, null);
        assertThat(nl)
                .contains("local-level@1")
                .contains("Bij 5 mensen zijn er 3 stappen")
                .contains(Words.rounded(Verdict.SMALLEST).toString().replace('.', ',') + "0 punt")
                .contains("verschuiving van 0,0025 per peiling")
                .contains("vanaf " + CalibrationEstimate.GROUPS + " groepen")
                .contains("hooguit 10 % door toeval")
                .contains("hooguit 10.000")
                .contains("Vanaf 8 uitkomsten", "tot 9 uitkomsten", "binnen 28 dagen", "Na haar eerste 20 uitkomsten")
                .contains("gewicht 0,3, grenzen op 3 standaarddeviaties", "Vanaf 12 uitkomsten, met 2 aan elke kant");
        assertThat(html("/method", Language.EN, null))
                .contains("at least 0.20 points")
                .contains("chance of luck below 5 %")
                .contains("After is not because of.");
        assertThat(nl).doesNotContain("{", "significan");
    }

    /** Written out: a constant of another rule, or at another place, reads well and is wrong. */
    @Test
    void each_number_of_the_method_page_stands_where_it_belongs() throws Exception {
        assertThat(html("/method", Language.NL, null))
                .contains("pas vanaf 5 antwoorden", "minstens 20 % van de groep minder")
                .contains("verschil door toeval is kleiner dan 5 % (toets van Fisher)")
                .contains("alsof die van 2,00 mensen kwam", "vanaf de 3e eigen uitkomst")
                .contains("bij 3,60 met een variantie van 0,10 tussen groepen, een variantie van 0,50 binnen groepen")
                .contains("vanaf 30 groepen met elk 6 uitkomsten")
                .contains("bij de 3e eigen uitkomst na een ijkpunt (eerste teken) en bij de 6e (conclusie)")
                .contains("IJkpunten zijn de 3e eigen uitkomst, daarna elke 6e")
                .contains("kleiner dan 5 % en het verschil is minstens 0,20 punt", "binnen 0,30 punt van geen")
                .contains("minder dan 3 eigen uitkomsten ervoor of erna, gemiddeld minder dan 50 % deelname")
                .contains("meer dan 30 % van de groep is nieuw of weg")
                .contains("30 % waar 70 % of meer meedeed, 50 % waar minstens de helft meedeed")
                .contains("hooguit 10 % door toeval (Benjamini-Hochberg), en alleen verschillen van minstens 0,20 punt")
                .contains("hadden, bij de 6e eigen uitkomst. We noemen het alleen als het verschil minstens 0,20 punt")
                .contains("de kans op toeval kleiner dan 5 %, geteld")
                .contains("gesprekspunt vanaf 5 antwoorden, als het zeggen minstens 3,50 is")
                .contains("het verschil minstens 0,50 punt en de ondergrens boven 0,20 punt ligt")
                .contains("Komt het 2 keer terug in 3 peilingen", "Onder 0,30 punt vervalt het")
                .contains("vanaf 10 mensen en 5 teksten", "Na 365 dagen");
    }

    @Test
    void under_banded_a_bar_is_a_range_and_never_an_interval() throws Exception {
        assertThat(html("/dashboard/parks", Language.NL, House.LEAD))
                .contains("bereik")
                .doesNotContain("interval");
        assertThat(html("/dashboard/parks", Language.EN, House.LEAD))
                .contains("range")
                .doesNotContain("interval");
    }

    @Test
    void a_dashboard_without_pulses_says_so() throws Exception {
        assertThat(html("/dashboard/roads", Language.NL, House.STRANGER))
                .contains("Er is nog geen uitkomst om te tonen.")
                .doesNotContain("<svg");
    }

    @Test
    void earlier_results_are_drawn_apart_with_their_source_and_an_axis_in_percent() throws Exception {
        var html = html("/references", Language.NL, House.HR);

        assertThat(html)
                .contains("<h1>Eerdere uitkomsten van een andere leverancier</h1>")
                .contains("Deze cijfers komen niet van Groeipuls.")
                .contains("Bron: People &lt;Survey&gt;, 2019")
                .contains("safe to challenge")
                .contains("<th scope=\"row\">2015</th><td>39,5 %</td><td>812</td>")
                .contains("<td>38 %</td><td>onbekend</td>")
                .contains(">100 %</text>");
        assertThat(Pattern.compile("<svg").matcher(html).results()).hasSize(1);
        assertThat(Pattern.compile("class=\"elsewhere\" d=\"M[0-9. ]+L[0-9. ]+M[0-9. ]+\"")
                        .matcher(html)
                        .results())
                .as("2016 is missing, so the line breaks")
                .hasSize(1);
        assertThat(html("/references", Language.EN, House.HR)).contains("<td>39.5%</td>");
        assertThat(html("/dashboard/parks", Language.EN, House.LEAD)).doesNotContain("challenge the way");
    }

    @Test
    void earlier_results_are_for_hr_and_analysts() throws Exception {
        assertThat(response("/references", Language.NL, House.LEAD).getStatus()).isEqualTo(403);
        assertThat(response("/references", Language.NL, null).getStatus()).isEqualTo(403);
        assertThat(html("/references", Language.NL, House.LEAD)).doesNotContain("challenge");
        assertThat(html("/", Language.NL, House.HR)).contains("href=\"/references?lang=nl\"");
        assertThat(html("/", Language.NL, House.LEAD)).doesNotContain("/references");
    }

    @Test
    void pages_stay_within_their_budget() throws Exception {
        var answering = zipped(html("/answer/writing-blind/green", Language.NL, null))
                + zipped("groeipuls.css", "groeipuls.svg")
                + zipped(modules("answer.js").toArray(String[]::new));
        var inbox = zipped(html("/inbox", Language.NL, House.LEAD))
                + zipped("groeipuls.css", "groeipuls.svg")
                + zipped(modules("inbox.js").toArray(String[]::new));
        var dashboard =
                zipped(html("/dashboard/parks", Language.NL, House.LEAD)) + zipped("groeipuls.css", "groeipuls.svg");

        assertThat(answering).isLessThan(40 * 1024);
        assertThat(inbox).isLessThan(40 * 1024);
        assertThat(dashboard).isLessThan(60 * 1024);
    }

    @Test
    void the_budget_counts_every_module_that_a_page_loads() throws Exception {
        assertThat(modules("answer.js")).contains("answer.js", "receipt.js", "device.js");
        assertThat(modules("ticket.js")).containsExactlyInAnyOrder("ticket.js", "blind.js", "bytes.js");
    }

    /** A module and all that it imports, directly or not. */
    private static Set<String> modules(String first) throws IOException {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            var module = open.pop();
            if (found.add(module)) {
                var text = new PathMatchingResourcePatternResolver()
                        .getResource("classpath:static/pages/" + module)
                        .getContentAsString(StandardCharsets.UTF_8);
                Pattern.compile("(?:from |import\\()'\\./([a-z-]+\\.js)'")
                        .matcher(text)
                        .results()
                        .forEach(imported -> open.push(imported.group(1)));
            }
        }
        return found;
    }

    /** Whoever sees most of a page. */
    private static Authentication reader(String path) {
        return path.equals("/references") ? House.HR : House.LEAD;
    }

    private static int zipped(String... files) throws IOException {
        int bytes = 0;
        for (var file : files) {
            bytes += file.startsWith("<")
                    ? zipped(file.getBytes(StandardCharsets.UTF_8))
                    : zipped(new PathMatchingResourcePatternResolver()
                            .getResource("classpath:static/pages/" + file)
                            .getContentAsByteArray());
        }
        return bytes;
    }

    private static int zipped(byte[] plain) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        }
        return zipped.size();
    }

    private static List<String> breaches(String html) {
        return Pattern.compile(
                        "<style|\\sstyle=|<script(?![^>]*\\ssrc=\"/static/)|\\son[a-z]+=|javascript:|(?:src|href)=\"(?:https?:)?//")
                .matcher(html)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static List<String> ids(String html) {
        return Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> arguments(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static String html(String path, Language language, @Nullable Authentication who) throws Exception {
        return response(path, language, who).getContentAsString();
    }

    private static MockHttpServletResponse response(String path, Language language, @Nullable Authentication who)
            throws Exception {
        var request = get(java.net.URI.create(path)).header("Accept-Language", language.tag());
        if (who != null) {
            request.principal(who);
        }
        return HOUSE.pages().perform(request).andReturn().getResponse();
    }
}
