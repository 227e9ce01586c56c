package org.groeipuls.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Three groups alike are asked at the same moments; in one nobody answers, in one some do, in one all. Whoever compares
 * what is shown of their letters, or has the letters themselves, should not be able to tell which is which.
 */
final class MailParticipation implements Attack<Api> {
    static final String KEY = "mail-participation";
    private static final int PEOPLE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;
    private static final List<String> COUNTS = List.of("waiting", "sent", "refused", "failed");

    /** How many answer in each group, by its name. */
    private static final Map<String, Integer> ANSWERING = answering();

    private final Supplier<List<TakenLetter>> taken;

    /** @param taken all letters that the server's mail server took, in their order; none where nobody reads along */
    MailParticipation(Supplier<List<TakenLetter>> taken) {
        this.taken = taken;
    }

    private static Map<String, Integer> answering() {
        Map<String, Integer> answering = new LinkedHashMap<>();
        answering.put("a", 0);
        answering.put("b", PEOPLE / 2);
        answering.put("c", PEOPLE);
        return answering;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var overview = api.get("hr", "/mails");
        if (!overview.ok()) {
            throw new AttackNotRun(
                    "The server does not say whether it writes letters: /mails answers " + overview.status());
        }
        if (overview.json().path("mail").asString("").equals("off")) {
            return Finding.notApplicable(
                    "This server has no mail server, so it writes no letters: set spring.mail.host");
        }
        return new Round(new Scene(api)).finding();
    }

    /** One group with its pulse. */
    private record Asked(String team, String pulse, int answering) {}

    private final class Round {
        private final Notes notes = new Notes();
        private final Scene scene;
        private final Api api;
        private final List<Asked> all = new ArrayList<>();

        Round(Scene scene) {
            this.scene = scene;
            this.api = scene.api();
            Map<String, Integer> teams = new LinkedHashMap<>();
            ANSWERING.keySet().forEach(name -> teams.put(scene.team(name, PEOPLE), PEOPLE));
            scene.people(teams);
            ANSWERING.forEach((name, answering) -> {
                var team = scene.id(name);
                all.add(new Asked(team, scene.issueBlind("p" + name, "banded", List.of(team)), answering));
            });
        }

        Finding finding() {
            scene.open();
            compare("open");
            for (var one : all) {
                var tickets = scene.blindTickets(one.pulse(), one.team(), one.answering());
                scene.answer(tickets, one.answering());
            }
            for (var reminder : reminders()) {
                api.clockTo(reminder.due().plusSeconds(60));
                compare(reminder.kind());
            }
            scene.close();
            notes.number("people", (double) PEOPLE * all.size());
            var letters = letters();
            notes.number(
                    "letters",
                    all.stream().mapToInt(one -> of(one, letters).size()).sum());
            return notes.finding();
        }

        private record Reminder(String kind, Instant due) {}

        /** When all groups are reminded: the latest moment, where the asking took a second or two. */
        private List<Reminder> reminders() {
            Map<String, Instant> due = new LinkedHashMap<>();
            for (var one : all) {
                for (var occasion : occasions(one)) {
                    var kind = occasion.path("kind").asString();
                    if (kind.startsWith("reminder")) {
                        due.merge(kind, at(occasion), (x, y) -> x.isAfter(y) ? x : y);
                    }
                }
            }
            notes.expect(!due.isEmpty(), "nobody is reminded, so reminders cannot be compared");
            List<Reminder> reminders = new ArrayList<>();
            due.forEach((kind, at) -> reminders.add(new Reminder(kind, at)));
            return reminders;
        }

        private JsonNode occasions(Asked one) {
            return api.get("hr", "/pulses/" + one.pulse() + "/mails").json().path("occasions");
        }

        private static Instant at(JsonNode occasion) {
            return Instant.parse(occasion.path("due").asString());
        }

        /** Waits until letters of this kind are written and handed in, and compares all that there is. */
        private void compare(String kind) {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (!all.stream().allMatch(one -> handedIn(one, kind))) {
                if (System.nanoTime() > until) {
                    throw new AttackNotRun("The server wrote no letters within a minute: let its clockwork tick often");
                }
                sleep();
            }
            same("letters of " + kind, all.stream().map(this::shown).toList());
            var letters = letters();
            same(
                    "what was sent up to " + kind,
                    all.stream().map(one -> of(one, letters)).toList());
        }

        private boolean handedIn(Asked one, String kind) {
            return rows(one).stream()
                    .anyMatch(row -> row.path("kind").asString().equals(kind)
                            && row.path("waiting").asInt() == 0);
        }

        private List<JsonNode> rows(Asked one) {
            return api.get("hr", "/mails")
                    .json()
                    .path("letters")
                    .valueStream()
                    .filter(row -> row.path("pulse").asString().equals(one.pulse()))
                    .toList();
        }

        /** What HR is shown of a pulse's letters, without its name. */
        private List<String> shown(Asked one) {
            List<String> shown = new ArrayList<>();
            for (var row : rows(one)) {
                var line = new StringBuilder(row.path("kind").asString());
                COUNTS.forEach(count -> line.append(' ')
                        .append(count)
                        .append(' ')
                        .append(row.path(count).asInt()));
                shown.add(line.toString());
            }
            var occasions = occasions(one);
            for (var occasion : occasions) {
                var after = Duration.between(at(occasions.path(0)), at(occasion));
                shown.add(occasion.path("kind").asString() + " after " + after);
            }
            return shown;
        }

        private List<String> of(Asked one, List<TakenLetter> letters) {
            // leads of all three are asked beside each, in the unit above
            var teams = all.stream().map(Asked::team).toList();
            return letters.stream()
                    .filter(letter -> letter.about(one.pulse()))
                    .map(letter -> letter.without(one.pulse(), teams))
                    .toList();
        }

        private List<TakenLetter> letters() {
            return taken.get();
        }

        /** @param seen of each group, in the order in which they stand here */
        private void same(String what, List<List<String>> seen) {
            for (int i = 1; i < seen.size(); i++) {
                notes.expect(
                        seen.get(i).equals(seen.getFirst()),
                        "%s tell a group in which %d answered from one in which nobody did"
                                .formatted(what, all.get(i).answering()));
            }
        }

        private static void sleep() {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AttackNotRun("The attack was stopped", stopped);
            }
        }
    }
}
