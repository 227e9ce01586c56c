package org.groeipuls.attack;

import java.util.List;

/** A lead tries to get a ticket of the group that they lead, to answer among their own people. */
final class LeadAnswering implements Attack<Api> {
    private static final int PEOPLE = 8;

    @Override
    public String key() {
        return "lead-answering";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", PEOPLE);
        var lead = Scene.lead(team);
        var pulse = scene.issue("p", "exact", List.of(team));
        notes.expect(
                scene.pulse(pulse).at("/groups/0/eligible").asInt(-1) == PEOPLE, "the lead is counted into the group");
        scene.distribute();
        notes.expect(scene.links().codes(lead, pulse, team).isEmpty(), "a lead is given the tickets of the own group");
        scene.open();
        var given = scene.links().codes(lead, pulse, team);
        notes.expect(given.isEmpty(), "a lead is given the tickets of the own group");
        var honest = scene.tickets(pulse, team);
        scene.answer(honest, PEOPLE);
        scene.links().of(pulse, given).forEach(ticket -> ticket.send(1, scene.nonce(), scene.all(5)));
        var own = api.ask(
                lead, "POST", "/ballots", LinkTickets.ballot(pulse, "a".repeat(26), 1, scene.nonce(), scene.all(5)));
        notes.expect(!own.ok(), "a lead's sign-in was taken for a ticket");
        scene.close();
        notes.expect(scene.counted(pulse) == PEOPLE, "a lead's ballot was counted in the own group");
        notes.number("people", PEOPLE);
        notes.number("ballots-counted", scene.counted(pulse));
        return notes.finding();
    }
}
