package org.groeipuls.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was done with answers in the demonstration: said by leads, HR and the direction as they would say it. */
final class DemoFollowUp {
    private static final String BUNDLE = "/development-points/bundles/tijd-om-te-leren";
    private static final String THEME = "Tijd om samen van ons werk te leren";

    /** After this pulse two groups sent a sentence up and HR put them together; after the next one there was an answer. */
    static final int SENT = 14;

    private DemoFollowUp() {}

    /**
     * What a team agreed.
     *
     * @param agreed after which pulse, 1 to 26
     * @param ended after which pulse it was no longer open; 0 while it is
     */
    record Agreed(
            String id, String team, int agreed, int ended, String owner, String text, String state, String outcome) {
        private Map<String, Object> body(DemoSchedule schedule, boolean over) {
            Map<String, Object> body = new HashMap<>(Map.of(
                    "pulse",
                    schedule.counted(agreed).pulse(),
                    "text",
                    text,
                    "owner",
                    owner,
                    "due",
                    due(schedule).toString(),
                    "state",
                    over ? state : "open"));
            if (over) {
                body.put("outcome", outcome);
            }
            return body;
        }

        private LocalDate due(DemoSchedule schedule) {
            return schedule.monday(agreed).plusWeeks(8);
        }
    }

    static final List<Agreed> ACTIONS = List.of(
            new Agreed(
                    "weekstart-noord",
                    DemoOrganisation.NORTH,
                    23,
                    25,
                    "team",
                    "Elke maandag vertelt iemand een kwartier wat er misging. De anderen vragen door.",
                    "done",
                    "We doen het nu negen weken. Er kwamen twee fouten op tafel die meer mensen maakten."),
            new Agreed(
                    "eigen-casus-noord",
                    DemoOrganisation.NORTH,
                    26,
                    0,
                    "lead",
                    "De leidinggevende brengt in elke intervisie als eerste een eigen casus in.",
                    "open",
                    ""),
            new Agreed(
                    "rooster-groen",
                    DemoOrganisation.GREEN,
                    24,
                    26,
                    "hr",
                    "HR zoekt uit of intervisie in het rooster past.",
                    "dropped",
                    "In het voorjaar zijn er te weinig mensen. We proberen het in de herfst opnieuw."),
            new Agreed(
                    "terugkoppeling-balie",
                    DemoOrganisation.DESK,
                    25,
                    26,
                    "team",
                    "We hangen bij de koffie op wat we van klachten leerden.",
                    "done",
                    "Het hangt er. Vier klachten gaven een nieuwe werkwijze."));

    /** A sentence that a group of one team sent up. */
    record Sentence(String team, String text) {
        String id() {
            return UUID.nameUUIDFromBytes(("sentence of " + team).getBytes(UTF_8))
                    .toString();
        }
    }

    static final List<Sentence> SENTENCES = List.of(
            new Sentence(DemoOrganisation.NORTH, "Plan ons niet zo vol dat er geen uur overblijft om samen te leren."),
            new Sentence(DemoOrganisation.CALLS, "Geef ons tijd om na een drukke week terug te kijken."));

    static final String BECAUSE = "Elk team krijgt vanaf volgende maand twee uur per maand om samen terug te kijken.";

    /** What was said after a pulse was counted, before the next one was issued. */
    static void after(int place, SurveyClient client, DemoSchedule schedule) {
        for (var action : ACTIONS) {
            if (action.agreed() == place || action.ended() == place) {
                client.put(
                        "lead-" + action.team(),
                        "/teams/" + action.team() + "/actions/" + action.id(),
                        action.body(schedule, action.ended() == place));
            }
        }
        if (place == SENT) {
            send(client, schedule);
        }
        if (place == SENT + 1) {
            client.put("direction", BUNDLE + "/answer", Map.of("decision", "we-do", "because", BECAUSE));
            client.put("direction", "/organisation/goals/praten-over-fouten", goal(schedule));
        }
    }

    private static void send(SurveyClient client, DemoSchedule schedule) {
        for (var sentence : SENTENCES) {
            client.put(
                    "lead-" + sentence.team(),
                    "/development-points/" + sentence.id(),
                    Map.of(
                            "team", sentence.team(),
                            "pulse", schedule.counted(SENT).pulse(),
                            "text", sentence.text()));
        }
        client.put(
                "hr",
                BUNDLE,
                Map.of(
                        "theme",
                        THEME,
                        "points",
                        SENTENCES.stream().map(Sentence::id).toList()));
    }

    private static Map<String, Object> goal(DemoSchedule schedule) {
        return Map.of(
                "name", "We praten over fouten om ervan te leren",
                "construct", "error-talk",
                "wanted", "rise",
                "from", schedule.monday(SENT + 2).toString(),
                "by", schedule.monday(SENT + 18).toString(),
                "bundle", "tijd-om-te-leren");
    }
}
