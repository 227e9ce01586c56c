package org.groeipuls.pages.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.groeipuls.pages.House;
import org.groeipuls.pulse.PulseState;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;

/** Sheets for a conversation in the team. */
class ConversationPageTest {
    private final House house = new House();

    @Test
    void cards_say_what_the_dashboard_says_and_ask() throws Exception {
        house.trend("green", "psychological-safety", House.twoYears());
        var dashboard = text("/dashboard/parks?lang=en");
        var cards = text("/teams/parks/conversation/cards?lang=en");

        var sentence = dashboard.substring(dashboard.indexOf("class=\"reading\">") + 16);
        sentence = sentence.substring(0, sentence.indexOf('<'));
        assertThat(sentence).contains("probably");
        assertThat(cards).contains("Psychological safety: " + sentence).contains("what makes it hard?");
    }

    @Test
    void learning_questions_follow_from_the_statements_that_were_asked_and_carry_no_figure() throws Exception {
        house.pulse("counted", PulseState.COUNTED, House.RULES, null);
        house.trend("green", "psychological-safety", House.twoYears());
        var sheet = text("/teams/parks/conversation/consultation?lang=en");
        var questions = sheet.substring(sheet.indexOf("<dl"), sheet.indexOf("</dl>"));

        assertThat(questions.replaceAll("<[^>]*>", "")).doesNotContainPattern("[0-9]");
        assertThat(sheet).contains("The manager brings the first case", "Harvest");
    }

    @Test
    void the_session_takes_forty_five_minutes() throws Exception {
        for (var language : new String[] {"nl", "en"}) {
            var minutes = java.util.regex.Pattern.compile("\\((\\d+) minut")
                    .matcher(text("/teams/parks/conversation/session?lang=" + language))
                    .results()
                    .mapToInt(match -> Integer.parseInt(match.group(1)))
                    .sum();
            assertThat(minutes).isEqualTo(45);
        }
    }

    @Test
    void somebody_elses_team_looks_like_one_that_does_not_exist() throws Exception {
        for (var sheet : new String[] {"", "/cards", "/session", "/consultation"}) {
            var stranger = answer("/teams/parks/conversation" + sheet, House.STRANGER);
            assertThat(stranger.getStatus()).isEqualTo(403);
            assertThat(stranger.getContentAsString().replace("parks", "none"))
                    .isEqualTo(answer("/teams/none/conversation" + sheet, House.STRANGER)
                            .getContentAsString());
        }
    }

    private String text(String path) throws Exception {
        var answer = answer(path, House.LEAD);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(String path, Authentication who) throws Exception {
        return house.pages().perform(get(path).principal(who)).andReturn().getResponse();
    }
}
