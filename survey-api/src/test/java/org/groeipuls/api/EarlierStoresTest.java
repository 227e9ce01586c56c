package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether this version opens what earlier ones left behind, and says the same of it. What lies under {@code stores} is never
 * changed; {@code -Dstores.write=VERSION} adds the store of a version that is about to be released.
 */
class EarlierStoresTest {
    private static final Path STORES = Path.of("src/test/resources/stores");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> CONSTRUCTS =
            List.of("psychological-safety", "leader-role-modelling", "error-talk");
    private static final int PULSES = 7;

    static Stream<String> versions() throws IOException {
        var fresh = System.getProperty("stores.write", "");
        if (!fresh.isEmpty() && Files.notExists(STORES.resolve(fresh))) {
            write(STORES.resolve(fresh));
        }
        try (var folders = Files.list(STORES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_store_of_an_earlier_version_is_opened_and_says_the_same(String version) throws IOException {
        var folder = Server.folder();
        unpack(STORES.resolve(version).resolve("store.zip"), folder);
        var expected = JSON.readTree(Files.readString(STORES.resolve(version).resolve("figures.json")));

        var server = open(folder);
        try (var context = server.context()) {
            assertThat(context.isActive()).isTrue();
            assertThat(figures(server)).isEqualTo(expected);
        }
    }

    private static Server open(Path folder) {
        return Server.alone(
                "--groeipuls.data=" + folder.resolve("data"), "--groeipuls.vault=" + folder.resolve("vault"));
    }

    /** Two teams over seven pulses with a gap, something that was done, and a split; the figures that came of it. */
    private static void write(Path to) throws IOException {
        var folder = Server.folder();
        var server = open(folder);
        JsonNode figures;
        try (var context = server.context()) {
            assertThat(context.isActive()).isTrue();
            var survey = new Survey(server, "city");
            var teams = List.of(survey.team("roads", 8), survey.team("parks", 14));
            survey.put(
                    "/teams/" + teams.getFirst() + "/interventions/lab",
                    "{'form':'learning-lab','startedOn':'%s','leaderRole':'participant','teams':['%s']}"
                            .formatted(server.now().toString().substring(0, 10), teams.getFirst()),
                    201);
            for (int at = 0; at < PULSES; at++) {
                var pulse = survey.issue("p" + at, at % 2 == 0 ? "banded" : "exact", teams.toArray(String[]::new));
                survey.open();
                survey.answer(pulse, survey.codes(pulse, teams.getFirst()), at == 3 ? 4 : 7);
                survey.answer(pulse, survey.codes(pulse, teams.getLast()), 12);
                survey.close();
            }
            figures = figures(server);
        }
        Files.createDirectories(to);
        pack(folder, to.resolve("store.zip"));
        Files.writeString(
                to.resolve("figures.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    }

    /** What a later version has to say too: history as it is, and of every line its points. */
    private static JsonNode figures(Server server) {
        var figures = new TreeMap<String, Object>();
        var lines = server.get("analyst", "/api/v1/history/events?limit=10000", "Accept", "application/x-ndjson")
                .text();
        List<List<String>> events = new ArrayList<>();
        lines.lines()
                .map(JSON::readTree)
                .forEach(event -> events.add(Stream.of("position", "type", "revision", "aggregate", "sequence", "time")
                        .map(field ->
                                event.path(field).asString(event.path(field).toString()))
                        .toList()));
        figures.put("history", events);
        var data = new ArrayList<JsonNode>();
        lines.lines().map(JSON::readTree).forEach(event -> data.add(event.path("data")));
        figures.put("content", data);
        for (var team : List.of("city-roads", "city-parks")) {
            for (var construct : CONSTRUCTS) {
                List<List<JsonNode>> points = new ArrayList<>();
                server.get("analyst", "/api/v1/teams/" + team + "/trends?construct=" + construct)
                        .json()
                        .at("/trend/points")
                        .forEach(point -> points.add(
                                Stream.of("/pulse", "/shown/value", "/shown/level", "/shown/band", "/withheld/reason")
                                        .map(point::at)
                                        .toList()));
                figures.put(team + " " + construct, points);
            }
        }
        return JSON.readTree(JSON.writeValueAsString(figures));
    }

    private static void pack(Path folder, Path to) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(to));
                var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
    }

    private static void unpack(Path from, Path folder) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(from))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName()).normalize();
                assertThat(file).startsWithRaw(folder);
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }
}
