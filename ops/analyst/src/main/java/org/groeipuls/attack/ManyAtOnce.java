package org.groeipuls.attack;

import java.util.List;
import java.util.Map;

/** Sixteen senders use the same ticket in the same moment, for each of twenty tickets. */
final class ManyAtOnce implements Attack<Api> {
    private static final int TICKETS = 20;
    private static final int SENDERS = 16;

    private final boolean blind;

    private ManyAtOnce(boolean blind) {
        this.blind = blind;
    }

    static ManyAtOnce withLinks() {
        return new ManyAtOnce(false);
    }

    static ManyAtOnce withBlindTickets() {
        return new ManyAtOnce(true);
    }

    @Override
    public String key() {
        return blind ? "many-at-once-blind" : "many-at-once";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", TICKETS);
        var pulse = blind ? scene.asked(Map.of(team, TICKETS), "exact") : scene.issue("p", "exact", List.of(team));
        scene.open();
        var tickets = blind ? scene.blindTickets(pulse, team, TICKETS) : scene.tickets(pulse, team);
        int recorded = 0;
        for (var ticket : tickets) {
            var answers = AtOnce.times(SENDERS, i -> ticket.send(1, scene.nonce(), scene.answers(i)));
            notes.tried(SENDERS);
            recorded += (int) answers.stream().filter(a -> a.status() == 201).count();
            notes.expect(answers.stream().allMatch(a -> a.status() < 500), "the server failed under senders at once");
        }
        scene.close();
        int counted = scene.counted(pulse);
        notes.number("tickets", TICKETS);
        notes.number("senders-at-once", SENDERS);
        notes.number("ballots-taken", recorded);
        notes.number("ballots-counted", counted);
        notes.expect(
                recorded == TICKETS && counted == TICKETS,
                recorded + " ballots were taken and " + counted + " counted with " + TICKETS + " tickets");
        return notes.finding();
    }
}
