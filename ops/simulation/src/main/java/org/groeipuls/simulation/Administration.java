package org.groeipuls.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What HR does for a pulse: issue it and hand out its links. */
public final class Administration {
    private final SurveyClient client;

    public Administration(SurveyClient client) {
        this.client = client;
    }

    /**
     * A group as a pulse asks it.
     *
     * @param eligible how many people may answer
     * @param items what it is asked, in order
     */
    public record Asked(String group, int eligible, String form, List<String> items) {}

    /** Moves the clock to the day of issuing and issues the pulse; says who is asked what, leads included. */
    public List<Asked> issue(PulsePlan plan) {
        client.clock(plan.issuedAt());
        client.put("hr", "/pulses/" + plan.pulse(), plan.body());
        List<Asked> asked = new ArrayList<>();
        for (var group : client.get("hr", "/pulses/" + plan.pulse()).path("groups")) {
            List<String> items = new ArrayList<>();
            group.path("items")
                    .forEach(item -> items.add(
                            item.isString()
                                    ? item.asString()
                                    : item.path("item").asString()));
            asked.add(new Asked(
                    group.path("group").asString(),
                    group.path("eligible").asInt(),
                    group.path("form").asString(),
                    List.copyOf(items)));
        }
        return List.copyOf(asked);
    }

    /**
     * The one-time codes of each of these groups, as many as it has people, as they stand behind the {@code #} of a link:
     * with an open question the second code follows a dot.
     */
    public Map<String, List<String>> handOut(String pulse, List<Asked> groups) {
        Map<String, Future<List<String>>> given = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            groups.forEach(asked -> given.put(asked.group(), threads.submit(() -> codes(pulse, asked))));
        }
        Map<String, List<String>> codes = new LinkedHashMap<>();
        given.forEach((group, list) -> codes.put(group, Play.outcome(list)));
        return codes;
    }

    private List<String> codes(String pulse, Asked asked) {
        var links = client.post("hr", "/pulses/" + pulse + "/links", Map.of("group", asked.group()))
                .json();
        var second = links.path("textCodes");
        List<String> codes = new ArrayList<>();
        links.path("codes")
                .forEach(code -> codes.add(
                        second.isArray()
                                ? code.asString() + "."
                                        + second.get(codes.size()).asString()
                                : code.asString()));
        if (codes.size() != asked.eligible()) {
            throw new IllegalStateException(
                    "Group %s has %d people and got %d codes".formatted(asked.group(), asked.eligible(), codes.size()));
        }
        return List.copyOf(codes);
    }
}
