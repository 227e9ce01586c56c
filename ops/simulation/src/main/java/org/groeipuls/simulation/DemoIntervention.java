package org.groeipuls.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Something that was done in one group, with its true effect.
 *
 * @param from the first pulse after it, 1 to 26
 * @param effect what it added to the true level from that pulse on, in points of the five-point scale
 * @param trend what the level gained per pulse over the whole two years without it
 * @param leaderRole as the register of interventions names it
 */
record DemoIntervention(
        String id,
        String group,
        String construct,
        int from,
        double effect,
        double trend,
        String form,
        String leaderRole,
        String story) {

    private static final String ROLE_MODELLING = "leader-role-modelling";

    /** The four of the demonstration: a real effect, none, a negative one, and none on a line that rose anyway. */
    static final List<DemoIntervention> ALL = List.of(
            new DemoIntervention(
                    "eigen-casus",
                    DemoOrganisation.NORTH,
                    ROLE_MODELLING,
                    14,
                    .8,
                    0,
                    "intervisie",
                    "bringsOwnCase",
                    "De leidinggevende begeleidde de intervisie eerst; sindsdien brengt zij een eigen casus in."),
            new DemoIntervention(
                    "leerlab",
                    DemoOrganisation.CALLS,
                    ROLE_MODELLING,
                    12,
                    0,
                    0,
                    "learning-lab",
                    "absent",
                    "Een leerlab zonder de leidinggevende: er veranderde niets."),
            new DemoIntervention(
                    "foutenlijst",
                    DemoOrganisation.DESK,
                    "psychological-safety",
                    15,
                    -.5,
                    0,
                    "retrospective",
                    "facilitator",
                    "Een terugblik met een lijst van ieders fouten: mensen werden voorzichtiger."),
            new DemoIntervention(
                    "feedbacksessie",
                    DemoOrganisation.SOUTH,
                    ROLE_MODELLING,
                    13,
                    0,
                    .03,
                    "feedback-deep-dive",
                    "participant",
                    "Een verdiepende feedbacksessie op een lijn die al steeg: zij voegde niets toe."));

    /** The first day: a week before the first pulse that can show it. */
    LocalDate startedOn(DemoSchedule schedule) {
        return schedule.monday(from).minusDays(7);
    }

    /** The lead of the group, which is one team, records it as a lead does; what is true of it stays out. */
    void record(SurveyClient client, DemoSchedule schedule) {
        client.put("lead-" + group, "/teams/" + group + "/interventions/" + id, body(schedule));
    }

    Map<String, Object> body(DemoSchedule schedule) {
        return Map.of(
                "form",
                form,
                "leaderRole",
                leaderRole,
                "startedOn",
                startedOn(schedule).toString(),
                "teams",
                List.of(group));
    }
}
