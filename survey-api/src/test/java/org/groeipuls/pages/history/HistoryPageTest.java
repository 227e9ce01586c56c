package org.groeipuls.pages.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.groeipuls.api.Server;
import org.groeipuls.api.analyst.EventSchemas;
import org.groeipuls.api.analyst.HistorySummary;
import org.groeipuls.api.analyst.Workbooks;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.pages.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** What the page of history offers when there is more than a workbook holds. */
class HistoryPageTest {
    private final Server server = Server.onH2();

    private HistoryPage page(int room) {
        var history = server.bean(HistoryStore.class);
        return new HistoryPage(
                history,
                new Workbooks(history, room),
                server.bean(HistorySummary.class),
                server.bean(EventSchemas.class),
                server.bean(LineNames.class),
                server.bean(Pages.class));
    }

    private static String shown(HistoryPage page, String language) {
        return shown(page, language, "", "");
    }

    private static String shown(HistoryPage page, String language, String type, String after) {
        var request = new MockHttpServletRequest("GET", "/history");
        request.setParameter("lang", language);
        return Objects.requireNonNull(
                page.show(type, after, new TestingAuthenticationToken("a", "", "ROLE_ANALYST"), request)
                        .getBody());
    }

    @Test
    void a_workbook_that_would_not_be_whole_is_not_offered_and_the_page_says_why() {
        var page = page(2);

        assertThat(shown(page, "nl"))
                .contains("id=\"no-workbook\"", "Neem NDJSON of CSV", "/history/events.csv")
                .doesNotContain("/history/events.xlsx");
        assertThat(shown(page, "en")).contains("Take NDJSON or CSV");
        var led = page.workbook("");
        assertThat(led.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(led.getHeaders().getLocation()).hasToString("/history?type=#no-workbook");
    }

    @Test
    void a_workbook_that_is_whole_is_offered() {
        var page = page(1_000_000);

        assertThat(shown(page, "en")).contains("/history/events.xlsx").doesNotContain("no-workbook");
        assertThat(page.workbook("").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void what_happened_is_told_with_the_names_that_the_questionnaire_gives_its_constructs() {
        long before = server.bean(HistoryStore.class).head();
        var today = LocalDate.ofInstant(server.now(), ZoneOffset.UTC);
        var goal = """
                {"name":"Fouten durven noemen","construct":"psychological-safety","unit":"told-by-name",\
                "wanted":"rise","from":"%s","by":"%s"}""".formatted(today, today.plusDays(180));
        server.ask("hr", "PUT", "/api/v1/units/told-by-name", "{\"name\":\"Dienst\"}");
        var set = server.ask("hr", "PUT", "/api/v1/organisation/goals/told-by-name", goal);
        assertThat(set.status()).as(set.toString()).isEqualTo(201);

        var page = page(1_000_000);
        assertThat(shown(page, "nl", "GoalSet", String.valueOf(before)))
                .contains("Doel told-by-name is gesteld, over “Psychologische veiligheid”.");
        assertThat(shown(page, "en", "GoalSet", String.valueOf(before))).contains("“Psychological safety”.");
    }
}
