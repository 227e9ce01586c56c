package org.groeipuls.attack;

import java.util.List;
import java.util.Map;

/**
 * Many senders use the same ticket in the same moment, for each of many tickets: sixteen for each of twenty, at full
 * strength 64 for each of 500.
 */
final class ManyAtOnce implements Attack<Api> {
    private final boolean blind;
    private final int tickets;
    private final int senders;

    private ManyAtOnce(boolean blind, boolean full) {
        this.blind = blind;
        this.tickets = full ? 500 : 20;
        this.senders = full ? 64 : 16;
    }

    static ManyAtOnce withLinks(boolean full) {
        return new ManyAtOnce(false, full);
    }

    static ManyAtOnce withBlindTickets(boolean full) {
        return new ManyAtOnce(true, full);
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
        var team = scene.team("a", tickets);
        var pulse = blind ? scene.asked(Map.of(team, tickets), "exact") : scene.issue("p", "exact", List.of(team));
        scene.open();
        var held = blind ? scene.blindTickets(pulse, team, tickets) : scene.tickets(pulse, team);
        int recorded = 0;
        for (var ticket : held) {
            var answers = AtOnce.times(senders, i -> ticket.send(1, scene.nonce(), scene.answers(i)));
            notes.tried(senders);
            recorded += (int) answers.stream().filter(a -> a.status() == 201).count();
            notes.expect(answers.stream().allMatch(a -> a.status() < 500), "the server failed under senders at once");
        }
        scene.close();
        int counted = scene.counted(pulse);
        notes.number("tickets", tickets);
        notes.number("senders-at-once", senders);
        notes.number("ballots-taken", recorded);
        notes.number("ballots-counted", counted);
        notes.expect(
                recorded == tickets && counted == tickets,
                recorded + " ballots were taken and " + counted + " counted with " + tickets + " tickets");
        return notes.finding();
    }
}
