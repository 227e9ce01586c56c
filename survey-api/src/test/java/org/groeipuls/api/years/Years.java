package org.groeipuls.api.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Lives through the pulses of the programme, one after the other. */
final class Years {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int QUIET_PULSE = 1;

    private final Nodes nodes;
    private final Extent extent;
    private final Mailbox mailbox;
    private final Town town;
    private final List<String> pulses = new ArrayList<>();
    private final Map<String, Integer> answered = new HashMap<>();

    Years(Nodes nodes, Extent extent, Mailbox mailbox) throws Exception {
        this.nodes = nodes;
        this.extent = extent;
        this.mailbox = mailbox;
        nodes.to(Diary.BEGINNING, true);
        this.town = new Town(nodes, extent.teams());
        nodes.hr("PUT", "/programmes/" + Diary.PROGRAMME, Diary.definition(), 201);
    }

    /** The pulses in their order. */
    List<String> pulses() {
        return List.copyOf(pulses);
    }

    /** How many answered each of them. */
    Map<String, Integer> answered() {
        return Map.copyOf(answered);
    }

    Town town() {
        return town;
    }

    /** The pulse in which a team was too few to be shown. */
    String quietPulse() {
        return pulses.get(QUIET_PULSE);
    }

    void live(Ballots ballots) throws Exception {
        for (int number = 0; number < extent.pulses(); number++) {
            var today =
                    nodes.read("operator", "/clock").path("instant").asString().substring(0, 10);
            if (number == extent.first()) {
                town.reorganiseFirst(number, today);
            } else if (number == extent.second()) {
                town.reorganiseAgain(number, today);
            }
            new OnePulse(number, next(), ballots).live();
        }
    }

    /** After the last day of the programme nothing is left of it. */
    void goToTheEnd() throws Exception {
        nodes.to(Diary.LAST.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC), false);
        Nodes.await(
                "the last holiday is passed over",
                () -> nodes.first()
                                .get("analyst", "/api/v1/history/events?limit=100&type=OccurrenceSkipped")
                                .text()
                                .lines()
                                .count()
                        >= Diary.HOLIDAYS.size());
    }

    private JsonNode next() {
        return nodes.read("hr", "/programmes/" + Diary.PROGRAMME)
                .path("occurrences")
                .valueStream()
                .filter(one -> one.path("state").asString().equals("planned"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private final class OnePulse {
        private final boolean mailed;
        private final boolean allAtOnce;
        private final JsonNode planned;
        private final String id;
        private final String quiet;
        private final Ballots ballots;

        private OnePulse(int number, JsonNode planned, Ballots ballots) {
            this.mailed = extent.mailed(number);
            this.allAtOnce = number % 2 == 1;
            this.planned = planned;
            this.id = planned.path("pulse").asString();
            this.quiet = number == QUIET_PULSE ? Town.quiet() : "";
            this.ballots = ballots;
        }

        private void live() throws Exception {
            pulses.add(id);
            go(at("ticketsFrom").minus(Duration.ofDays(6)));
            nodes.awaitState(id, "issued");
            if (mailed) {
                byMail();
            } else {
                byHand();
            }
            go(at("closesAt"));
            nodes.awaitState(id, "counted");
            if (mailed) {
                go(at("closesAt").plus(Duration.ofDays(7)));
                mailbox.toEverybody("the results of " + id, town.addresses());
                Nodes.await("nobody is written to about " + id, () -> !written().contains(id));
            }
            mailbox.isEmpty();
        }

        private Instant at(String what) {
            return Instant.parse(planned.path(what).asString());
        }

        private void go(Instant instant) throws Exception {
            nodes.to(instant.plus(MOMENT), allAtOnce);
        }

        private JsonNode pulse() {
            return nodes.read("hr", "/pulses/" + id);
        }

        private String written() {
            return nodes.read("hr", "/mails").path("letters").toString();
        }

        private void byHand() throws Exception {
            go(at("ticketsFrom"));
            Map<String, List<String>> codes = new HashMap<>();
            for (var group : pulse().path("groups")) {
                var name = group.path("group").asString();
                codes.put(name, codes(name));
            }
            go(at("opensAt"));
            nodes.awaitState(id, "open");
            answered.put(id, ballots.answer(pulse(), codes, quiet));
        }

        private List<String> codes(String group) {
            var path = "/pulses/" + id + "/links";
            List<String> codes = new ArrayList<>();
            nodes.hr("POST", path, "{\"group\":\"" + group + "\"}", 201)
                    .json()
                    .path("codes")
                    .forEach(code -> codes.add(code.asString()));
            return codes;
        }

        private JsonNode mailed() {
            return nodes.hr("PUT", "/pulses/" + id + "/mails", "{\"links\":\"mail\"}", 200)
                    .json();
        }

        private void byMail() throws Exception {
            List<Mail> reminders = new ArrayList<>();
            var occasions = mailed().path("occasions");
            assertThat(occasions.findValuesAsString("kind")).containsExactly("open", "reminder-1", "reminder-2");
            for (var occasion : occasions) {
                var kind = occasion.path("kind").asString();
                go(Instant.parse(occasion.path("due").asString()));
                nodes.awaitState(id, "open");
                var mails = mailbox.toEverybody("%s of %s".formatted(kind, id), town.addresses());
                if (kind.equals("open")) {
                    answered.put(id, ballots.answer(pulse(), codes(mails), quiet));
                } else {
                    reminders.addAll(mails);
                }
            }
            Mailbox.sayTheSame("both reminders of " + id, reminders);
        }

        private static Map<String, List<String>> codes(List<Mail> mails) {
            return mails.stream()
                    .collect(Collectors.groupingBy(Mail::group, Collectors.mapping(Mail::code, Collectors.toList())));
        }
    }
}
