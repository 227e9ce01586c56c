package org.groeipuls.api.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.BoxTerms.Content;
import org.groeipuls.ballot.BoxTerms.GroupTerms;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.jspecify.annotations.Nullable;

/** The boxes of a pulse as it was issued: one for answers, and with an open question one for what people write. */
final class IssuedBoxes {
    private IssuedBoxes() {}

    static List<BoxTerms> of(PulseIssued issued) {
        return Stream.concat(
                        Stream.of(answers(issued)),
                        Optional.ofNullable(issued.openText()).map(text -> texts(issued, text)).stream())
                .toList();
    }

    static List<String> idsOf(PulseIssued issued) {
        return of(issued).stream().map(BoxTerms::pulse).toList();
    }

    private static BoxTerms answers(PulseIssued issued) {
        Map<String, GroupTerms> groups = new HashMap<>();
        issued.groups()
                .forEach(group -> groups.put(
                        group.group().value(),
                        new GroupTerms(
                                group.items(),
                                group.eligible(),
                                key(issued.keys().tickets().get(group.group())))));
        var keys = PublicKeys.ofBase64(issued.keys().operator(), issued.keys().council());
        return terms(issued, issued.pulse().value(), groups, keys, Content.ANSWERS);
    }

    private static BoxTerms texts(PulseIssued issued, OpenText text) {
        Map<String, GroupTerms> units = new HashMap<>();
        text.units()
                .forEach(unit ->
                        units.put(unit.unit().value(), new GroupTerms(List.of(), unit.eligible(), key(unit.ticket()))));
        var keys = PublicKeys.ofBase64(text.operator(), text.council());
        return terms(issued, TextBox.of(issued.pulse().value()), units, keys, Content.TEXTS);
    }

    private static BoxTerms terms(
            PulseIssued issued, String box, Map<String, GroupTerms> groups, PublicKeys keys, Content content) {
        return new BoxTerms(
                box,
                issued.dates().opensAt(),
                issued.dates().closesAt(),
                groups,
                keys,
                issued.rules().layers() == 2,
                content);
    }

    private static @Nullable TicketKey key(@Nullable TicketSigner signer) {
        return signer == null ? null : TicketKey.ofBase64(signer.key());
    }
}
