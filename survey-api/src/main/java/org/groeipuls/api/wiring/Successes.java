package org.groeipuls.api.wiring;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;

/** With which status an operation says yes, where that is not 200 alone. */
final class Successes {
    private static final String MADE = "201";
    private static final String OK = "200";

    /** All others that PUT make what was not there (201) or change what was (200). */
    private static final Map<String, List<String>> APART = Map.ofEntries(
            Map.entry("put /api/v1/development-points/bundles/{id}/answer", List.of(OK)),
            Map.entry("put /api/v1/lexicons/{version}/validity", List.of(OK)),
            Map.entry("put /api/v1/pulses/{pulse}/mails", List.of(OK)),
            Map.entry("post /api/v1/ballots", List.of(OK, MADE)),
            Map.entry("post /api/v1/organisation/changes", List.of(OK, MADE)),
            Map.entry("post /api/v1/replays/{replay}/adoption", List.of(OK, MADE)),
            Map.entry("post /api/v1/pulses/{pulse}/links", List.of(MADE)),
            Map.entry("post /api/v1/replays", List.of("202")),
            Map.entry("post /api/v1/rebuilds", List.of("202")),
            Map.entry("delete /api/v1/groups/{group}", List.of("204")),
            Map.entry("delete /api/v1/organisation/changes/{change}", List.of("204")),
            Map.entry("delete /api/v1/webhooks/{id}", List.of("204")));

    private static final Map<String, String> MEANING = Map.of(
            OK,
            "As it was asked, or has been all along",
            MADE,
            "Made",
            "202",
            "Begun; the address of the job is in Location",
            "204",
            "Done");

    private Successes() {}

    /** @param called the verb and path of the operation */
    static void tell(String called, Operation operation) {
        var statuses = APART.getOrDefault(called, called.startsWith("put ") ? List.of(OK, MADE) : List.of());
        var responses = operation.getResponses();
        var told = responses.get(OK);
        if (told == null || statuses.isEmpty() || statuses.equals(List.of(OK))) {
            return;
        }
        responses.remove(OK);
        for (var status : statuses) {
            responses.addApiResponse(
                    status,
                    new ApiResponse()
                            .description(MEANING.get(status))
                            .content(status.equals("204") ? null : told.getContent()));
        }
    }
}
