package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The judge of answers sees what it is there to see. */
class PublishedInterfaceTest {
    private static final String TEAM = "/api/v1/teams/roads";

    private final PublishedInterface told = new PublishedInterface(new YAMLMapper().readTree("""
            paths:
              /api/v1/teams/{team}:
                put:
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/Team'}}}
                  responses:
                    '200':
                      content: {application/json: {schema: {$ref: '#/components/schemas/Team'}}}
                    default:
                      content: {application/problem+json: {schema: {type: object, required: [title]}}}
            components:
              schemas:
                Team:
                  type: object
                  properties: {name: {type: string}, size: {type: integer}}
                  required: [name]
            """));

    private List<String> faults(int status, String type, String body) {
        return faults(TEAM, null, status, type, body);
    }

    private List<String> faults(String path, @Nullable String sent, int status, String type, String body) {
        var headers = HttpHeaders.of(Map.of("content-type", List.of(type)), (name, value) -> true);
        return told.faults("PUT", path, sent, new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_answer_that_is_as_it_is_told_has_no_fault() {
        assertThat(faults(200, "application/json", "{\"name\":\"Roads\",\"size\":8}"))
                .isEmpty();
        assertThat(faults(404, "application/problem+json", "{\"title\":\"Not there\"}"))
                .isEmpty();
    }

    @Test
    void what_is_not_told_of_is_a_fault() {
        assertThat(faults(200, "application/json", "{\"name\":\"Roads\",\"lead\":\"ann\"}"))
                .hasSize(1);
        assertThat(faults(201, "application/json", "{\"name\":\"Roads\"}")).hasSize(1);
        assertThat(faults(200, "text/csv", "name")).hasSize(1);
        assertThat(faults("/api/v1/rooms", null, 200, "application/json", "{}")).hasSize(1);
    }

    @Test
    void what_is_told_and_is_not_so_is_a_fault() {
        assertThat(faults(200, "application/json", "{\"size\":8}")).hasSize(1);
        assertThat(faults(200, "application/json", "{\"name\":\"Roads\",\"size\":\"8\"}"))
                .hasSize(1);
        assertThat(faults(404, "application/problem+json", "{}")).hasSize(1);
    }

    @Test
    void a_request_that_is_taken_is_as_it_is_told() {
        var answer = "{\"name\":\"Roads\"}";

        assertThat(faults(TEAM, "{\"size\":8}", 200, "application/json", answer))
                .hasSize(1);
        assertThat(faults(TEAM, "{\"name\":\"Roads\"}", 200, "application/json", answer))
                .isEmpty();
    }
}
