package org.groeipuls.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the server answered.
 *
 * @param asked method and path, for messages
 * @param broken whether a connection broke on the way, so that an earlier try may have been carried out already
 */
public record Reply(String asked, int status, String body, boolean broken) {

    /** The body as JSON. @throws CallRefused if it is not JSON */
    public JsonNode json() {
        try {
            return SurveyClient.JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw new CallRefused(this, "its body is not JSON", notJson);
        }
    }

    /** Gives itself back. @throws CallRefused with the problem's text, if the status is none of these */
    public Reply expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(wanted -> wanted == status)) {
            throw new CallRefused(this, "expected " + Arrays.toString(statuses) + problem(), null);
        }
        return this;
    }

    private String problem() {
        JsonNode problem;
        try {
            problem = SurveyClient.JSON.readTree(body);
        } catch (JacksonException notJson) {
            return body.isBlank() ? "" : ": " + body.substring(0, Math.min(300, body.length()));
        }
        List<String> parts = new ArrayList<>();
        for (String field : List.of("title", "code", "detail")) {
            if (problem.path(field).isString()) {
                parts.add(problem.path(field).asString());
            }
        }
        problem.path("errors")
                .forEach(error -> parts.add(error.path("pointer").asString("") + " "
                        + error.path("code").asString("") + " "
                        + error.path("detail").asString("")));
        return ": " + String.join("; ", parts);
    }
}
