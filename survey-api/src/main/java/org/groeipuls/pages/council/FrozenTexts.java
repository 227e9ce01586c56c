package org.groeipuls.pages.council;

import java.util.List;
import java.util.function.Function;
import org.groeipuls.pages.answer.AskedText;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.team.GroupId;

/** The box for what people write, as the works council reads it. */
record FrozenTexts(OpenText openText, Function<GroupId, String> nameOf) {

    /** In whose name people write, with the fingerprint of the key that signs their tickets; empty with personal links. */
    record Unit(String name, int people, String groups, String ticketKey) {}

    public List<Unit> units() {
        return openText.units().stream()
                .map(unit -> new Unit(
                        unit.name(),
                        unit.eligible(),
                        String.join("; ", unit.groups().stream().map(nameOf).toList()),
                        AskedText.print(unit.ticket())))
                .toList();
    }

    public String councilKey() {
        return openText.councilFingerprint();
    }

    public String operatorKey() {
        return openText.operatorFingerprint();
    }
}
