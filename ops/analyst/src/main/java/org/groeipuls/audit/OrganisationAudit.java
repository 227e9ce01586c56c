package org.groeipuls.audit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The organisation's record (R6): measures that need rows, of at least 150 people in 10 blocks, in steps of .05, and no
 * two of them on blocks that differ by only a few.
 */
final class OrganisationAudit {
    private static final int RESPONDENTS = 150;
    private static final int BLOCKS = 10;
    private static final int STEPS = 20;
    private static final double SLACK = 1e-6;

    private final List<String> exposed = new ArrayList<>();

    OrganisationAudit(JsonNode record) {
        List<JsonNode> parts = new ArrayList<>();
        record.path("constructs").forEach(parts::add);
        record.path("gaps").forEach(parts::add);
        for (var part : parts) {
            expect(
                    part.path("respondents").asInt() >= RESPONDENTS
                            && part.path("blocks").asInt() >= BLOCKS,
                    part,
                    "is about too few people or blocks");
            expect(coarse(part), part, "is not rounded to .05");
            for (var other : parts) {
                int more = part.path("blocks").asInt() - other.path("blocks").asInt();
                expect(more <= 0 || more >= BLOCKS, part, "has a few blocks more than " + name(other));
            }
        }
    }

    /** Whether every measure is a whole number of twentieths. */
    private static boolean coarse(JsonNode part) {
        boolean coarse = twentieths(part.path("withinVariance"))
                && twentieths(part.path("alpha"))
                && twentieths(part.path("omega"));
        for (var row : part.path("correlations")) {
            for (var value : row) {
                coarse &= twentieths(value);
            }
        }
        return coarse;
    }

    private static boolean twentieths(JsonNode value) {
        double steps = value.asDouble(0) * STEPS;
        return Math.abs(steps - Math.rint(steps)) < SLACK;
    }

    private static String name(JsonNode part) {
        return part.path("construct").asString(part.path("pattern").asString(""));
    }

    private void expect(boolean holds, JsonNode part, String text) {
        if (!holds) {
            exposed.add("R6: " + name(part) + " of the organisation " + text);
        }
    }

    List<String> exposed() {
        return exposed;
    }
}
