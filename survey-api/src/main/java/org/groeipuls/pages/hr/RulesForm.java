package org.groeipuls.pages.hr;

import java.util.Map;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;
import org.jspecify.annotations.Nullable;

/** The part of a form with the rules under which people answer, the same for one pulse and for a programme. */
final class RulesForm {
    private static final int MOST = 1_000;
    private static final Map<String, Disclosure> DISCLOSURES =
            Map.of("banded", Disclosure.BANDED, "exact", Disclosure.EXACT);
    private static final Map<String, TicketMode> TICKETS = Map.of("blind", TicketMode.BLIND, "link", TicketMode.LINK);
    private static final Map<String, Integer> LAYERS = Map.of("1", 1, "2", 2);

    private RulesForm() {}

    /** Fills in what holds when nothing else is said. */
    static Sheet usual(Sheet sheet) {
        return of(sheet, PulseRules.DEFAULT, true, OpenText.DEFAULT_RETENTION, null);
    }

    static Sheet of(Sheet sheet, PulseRules rules, boolean openText, int retention, @Nullable Agreement agreement) {
        if (openText) {
            sheet.with("openText", "yes");
        }
        return sheet.with("minimum", String.valueOf(rules.minimumGroup()))
                .with("disclosure", rules.disclosure() == Disclosure.BANDED ? "banded" : "exact")
                .with("spread", String.valueOf(rules.spreadMinimum()))
                .with("tickets", rules.tickets() == TicketMode.BLIND ? "blind" : "link")
                .with("layers", String.valueOf(rules.layers()))
                .with("retention", String.valueOf(retention))
                .with("reference", agreement == null ? "" : agreement.reference())
                .with("agreed", agreement == null ? "" : agreement.date().toString());
    }

    static PulseRules read(Fields fields) {
        return new PulseRules(
                fields.number("minimum", PulseRules.LEAST_GROUP, MOST),
                fields.choice("disclosure", DISCLOSURES, Disclosure.BANDED),
                fields.number("spread", PulseRules.LEAST_GROUP, MOST),
                fields.choice("tickets", TICKETS, TicketMode.BLIND),
                fields.choice("layers", LAYERS, 1));
    }

    /** The works council's consent; absent when neither of its two fields is filled in. */
    static @Nullable Agreement agreement(Fields fields) {
        var reference = fields.text("reference");
        if (reference.isEmpty() && fields.text("agreed").isEmpty()) {
            return null;
        }
        fields.needed("reference", "agreement-missing");
        return new Agreement(reference, fields.day("agreed"));
    }
}
