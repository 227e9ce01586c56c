package org.groeipuls.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Something that was done in three of the eight groups, with its true effect.
 *
 * @param groups where it was done, each by its own lead; groups of one team
 * @param from the first pulse after it, 1 to 26
 * @param effect what it added to the true level of these groups from that pulse on, in points of the five-point scale
 * @param trend what the level of every group gained per pulse over the whole two years, with or without it
 * @param leaderRole as the register of interventions names it
 */
record DemoIntervention(
        String id,
        List<String> groups,
        String construct,
        int from,
        double effect,
        double trend,
        String form,
        String leaderRole,
        String story) {

    private static final String ROLE_MODELLING = "leader-role-modelling";

    /**
     * The four of the demonstration: a real effect, none, a negative one, and none while the whole organisation rose. Each
     * in one group of every department, whose groups are asked the same form; the one without effect lies far enough
     * before the real one to be told apart from it.
     */
    static final List<DemoIntervention> ALL = List.of(
            new DemoIntervention(
                    "eigen-casus",
                    List.of(DemoOrganisation.DESK, DemoOrganisation.NORTH, DemoOrganisation.GREEN),
                    ROLE_MODELLING,
                    14,
                    .8,
                    0,
                    "intervisie",
                    "bringsOwnCase",
                    "De leidinggevenden begeleidden de intervisie eerst; sindsdien brengen zij een eigen casus in."),
            new DemoIntervention(
                    "leerlab",
                    List.of(DemoOrganisation.CALLS, DemoOrganisation.SOUTH, DemoOrganisation.WARDENS),
                    ROLE_MODELLING,
                    6,
                    0,
                    0,
                    "learning-lab",
                    "absent",
                    "Een leerlab zonder de leidinggevenden: er veranderde niets."),
            new DemoIntervention(
                    "foutenlijst",
                    List.of(DemoOrganisation.DESK, DemoOrganisation.SOUTH, DemoOrganisation.GREEN),
                    "psychological-safety",
                    15,
                    -.5,
                    0,
                    "retrospective",
                    "facilitator",
                    "Een terugblik met een lijst van ieders fouten: mensen werden voorzichtiger."),
            new DemoIntervention(
                    "feedbacksessie",
                    List.of(DemoOrganisation.CALLS, DemoOrganisation.SOUTH, DemoOrganisation.WARDENS),
                    "error-talk",
                    13,
                    0,
                    .03,
                    "feedback-deep-dive",
                    "participant",
                    "Een verdiepende feedbacksessie, terwijl alle lijnen al stegen: zij voegde niets toe."));

    /** The first day: a week before the first pulse that can show it. */
    LocalDate startedOn(DemoSchedule schedule) {
        return schedule.monday(from).minusDays(7);
    }

    /** The same, done in these groups. */
    DemoIntervention in(List<String> others) {
        return new DemoIntervention(id, others, construct, from, effect, trend, form, leaderRole, story);
    }

    /** Whether it was done in this group, about this construct. */
    boolean concerns(String group, String about) {
        return groups.contains(group) && construct.equals(about);
    }

    /** How it is recorded in one of its groups; what began on one day and is of one kind is one. */
    String idIn(String group) {
        return id + "-" + group;
    }

    /** The lead of each group, which is one team, records it as a lead does; what is true of it stays out. */
    void record(SurveyClient client, DemoSchedule schedule) {
        for (String group : groups) {
            client.put("lead-" + group, "/teams/" + group + "/interventions/" + idIn(group), body(group, schedule));
        }
    }

    Map<String, Object> body(String group, DemoSchedule schedule) {
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
