package org.groeipuls.pages.hr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pages.Words;

/**
 * A form to choose, or the forms of an instrument in turn.
 *
 * @param value the instrument's key and the form's name
 * @param first whether it is the first of the instrument's cycle
 * @param turns whether each group gets the next of its own
 * @param about what it measures
 */
record FormChoice(
        String value, String name, int statements, boolean openQuestion, boolean first, boolean turns, String about) {
    /** The newest instrument first; its forms for groups, then all in turn. */
    static List<FormChoice> all(List<Instrument> instruments, Words words) {
        List<FormChoice> choices = new ArrayList<>();
        for (var instrument : instruments.reversed()) {
            for (var form : instrument.forms()) {
                if (form.audience() == Form.Audience.GROUP) {
                    choices.add(of(instrument, form, words));
                }
            }
            choices.add(new FormChoice(
                    instrument.key() + "|rotate", instrument.key().toString(), 0, false, false, true, ""));
        }
        return choices;
    }

    private static FormChoice of(Instrument instrument, Form form, Words words) {
        return new FormChoice(
                instrument.key() + "|" + form.name(),
                form.name(),
                form.items().size(),
                form.openQuestion(),
                form.name().equals(instrument.cycle().getFirst()),
                false,
                about(instrument, form, words));
    }

    /** The constructs that its items count towards, by name. */
    static String about(Instrument instrument, Form form, Words words) {
        return String.join(
                ", ",
                form.items().stream()
                        .map(item -> instrument.item(item).construct())
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(key -> instrument
                                .construct(key)
                                .name()
                                .in(words.language().tag()))
                        .toList());
    }
}
