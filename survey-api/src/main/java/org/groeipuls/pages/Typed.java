package org.groeipuls.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.groeipuls.pages.InterventionSheet.Unreadable;
import org.groeipuls.refusal.IdNotAllowed;

/** Reads what was typed into a form. */
final class Typed {
    private Typed() {}

    /** @throws Unreadable with this code when it is no id of that kind */
    static <T> T id(String code, String typed, Function<String, T> make) {
        return readable(code, () -> make.apply(typed.strip()));
    }

    /** @throws Unreadable when it is no day */
    static LocalDate day(String typed) {
        return readable("day-unreadable", () -> LocalDate.parse(typed.strip()));
    }

    /** @throws Unreadable with this code when it is none of the choices */
    static <T> T choice(String code, Optional<T> chosen) {
        return chosen.orElseThrow(() -> new Unreadable(code));
    }

    private static <T> T readable(String code, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DateTimeParseException | IdNotAllowed | NumberFormatException notAtAll) {
            throw new Unreadable(code);
        }
    }

    /** A number with a comma or a point. @throws Unreadable when it is none */
    static double number(String typed) {
        return readable(
                "level-unreadable", () -> Double.parseDouble(typed.strip().replace(',', '.')));
    }
}
