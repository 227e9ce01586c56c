package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Earlier results of another supplier, over HTTP. */
abstract class ReferencesContract {
    /** Crown copyright, Open Government Licence v3.0. */
    private static final Path PUBLISHED = Path.of("../docs/oracles/csps2020_mean_timeseries.csv");

    private static final String HEAD = "reference,source,nl,en,construct,year,percentPositive,n\n";

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    private Reply send(String csv, boolean dryRun) {
        return server.ask("hr", "POST", "/api/v1/references/imports?dryRun=" + dryRun, csv, "Content-Type", "text/csv");
    }

    private String one(String series) {
        return "{\"source\":\"Bureau, 2024\",\"statement\":{\"nl\":\"Veilig?\"},\"series\":[" + series + "]}";
    }

    @Test
    void what_another_supplier_found_is_kept_with_its_source_and_corrected_by_other_figures() {
        var path = "/references/" + survey.id("safe");
        survey.put(
                path,
                one("{\"year\":2019,\"percentPositive\":51,\"n\":812},{\"year\":2018,\"percentPositive\":48.5}"),
                201);
        survey.put(
                path,
                one("{\"year\":2018,\"percentPositive\":48.5},{\"year\":2019,\"percentPositive\":51,\"n\":812}"),
                200);
        var read = server.get("analyst", "/api/v1" + path).json();
        assertThat(read.at("/series/0/year").intValue()).isEqualTo(2018);
        assertThat(read.at("/series/1/percentPositive").doubleValue()).isEqualTo(51);
        assertThat(read.at("/source").asString()).isEqualTo("Bureau, 2024");
        survey.put(path, one("{\"year\":2019,\"percentPositive\":52}"), 200);
        assertThat(server.get("analyst", "/api/v1" + path).json().path("series").size())
                .isEqualTo(1);
        survey.put(path, one("{\"year\":2019,\"percentPositive\":52,\"n\":4}"), 422);
        survey.put(path, one("{\"year\":2019,\"percentPositive\":\"52\"}"), 400);
        survey.put(path, one("{\"year\":2019,\"percentPositive\":52}],\"construct\":\"engagement\",\"x\":[1"), 400);
        survey.put(
                path,
                one("{\"year\":2019,\"percentPositive\":52}")
                        .replace("\"source\"", "\"construct\":\"nerve\",\"source\""),
                422);
        assertThat(server.get("hr", "/api/v1/references/none").status()).isEqualTo(404);
    }

    @Test
    void a_file_is_looked_at_first_and_taken_as_a_whole_or_not_at_all() {
        var safe = survey.id("safe");
        var file = HEAD
                + "%s,Bureau,Veilig?,Safe?,psychological-safety,2018,48.5,\n".formatted(safe)
                + "%s,Bureau,Veilig?,Safe?,psychological-safety,2019,51,812\n".formatted(safe)
                + "%s,Bureau,,Ideas?,,2019,66,812\n".formatted(survey.id("ideas"));
        var dry = send(file, true);
        assertThat(dry.status()).as(dry.toString()).isEqualTo(200);
        assertThat(dry.json().path("references").size()).isEqualTo(2);
        assertThat(server.get("hr", "/api/v1/references/" + safe).status()).isEqualTo(404);
        assertThat(send(file.replace(',', ';').replace("48.5", "48,5"), false)
                        .json()
                        .path("applied")
                        .booleanValue())
                .isTrue();
        assertThat(server.get("hr", "/api/v1/references/" + safe)
                        .json()
                        .at("/series/0/percentPositive")
                        .doubleValue())
                .isEqualTo(48.5);

        var faulty = send(
                file.replace("Veilig?,Safe?,psychological-safety,2019", "Anders?,Safe?,psychological-safety,2019")
                                .replace("66", "veel")
                        + "%s,Bureau,,Years?,,2019,50,3\n".formatted(survey.id("few")),
                false);
        assertThat(faulty.json().path("errors").findValuesAsString("pointer"))
                .containsExactly("/3/reference", "/4", "/5/reference");
        assertThat(server.get("hr", "/api/v1/references/" + survey.id("few")).status())
                .isEqualTo(404);
        assertThat(send(HEAD, true).json().at("/errors/0/code").asString()).isEqualTo("reference-file-empty");
        assertThat(send("year,n\n", true).json().at("/errors/0/code").asString())
                .isEqualTo("columns-differ");
    }

    @Test
    void published_series_of_a_dozen_years_are_imported_as_they_stand() throws IOException {
        var rows = Files.readAllLines(PUBLISHED);
        imported(rows, "I think it is safe to challenge the way things are done in [my organisation]", 12);
        imported(rows, "I believe I would be supported if I try a new idea, even if it may not work", 9);
        assertThat(server.get("analyst", "/api/v1/history/events?limit=10000&type=BlockReleased")
                        .text())
                .doesNotContain("csps");
    }

    private void imported(List<String> rows, String statement, int years) {
        var heads = List.of(rows.getFirst().split(","));
        var row = rows.stream()
                .filter(line -> line.contains(statement))
                .findFirst()
                .orElseThrow();
        var cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        List<Map<String, Object>> series = new ArrayList<>();
        IntStream.range(3, cells.length)
                .filter(at -> !cells[at].equals("NA"))
                .forEach(at -> series.add(Map.of(
                        "year",
                        Integer.valueOf(heads.get(at)),
                        "percentPositive",
                        Math.round(Double.parseDouble(cells[at]) * 100))));
        var body = Map.of(
                "source",
                "UK Civil Service People Survey 2020, mean scores (Open Government Licence v3.0)",
                "statement",
                Map.of("en", statement),
                "construct",
                "psychological-safety",
                "series",
                series);
        var path = "/references/" + survey.id("csps-" + years);
        survey.put(path, JsonMapper.shared().writeValueAsString(body), 201);

        var read = server.get("analyst", "/api/v1" + path).json().path("series");
        assertThat(read.size()).isEqualTo(years);
        assertThat(read.path(read.size() - 1).path("year").intValue()).isEqualTo(2020);
        assertThat(read.path(read.size() - 1).path("percentPositive").doubleValue())
                .isBetween(50.0, 69.0);
    }
}
