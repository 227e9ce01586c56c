package org.groeipuls.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.groeipuls.refusal.IdNotAllowed;

/** Reads what was typed into a form. */
public final class Typed {
    private Typed() {}

    /** @throws Unreadable with this code when it is no id of that kind */
    public static <T> T id(String code, String typed, Function<String, T> make) {
        return readable(code, () -> make.apply(typed.strip()));
    }

    /** @throws Unreadable when it is no day */
    public static LocalDate day(String typed) {
        return readable("day-unreadable", () -> LocalDate.parse(typed.strip()));
    }

    /** @throws Unreadable with this code when it is none of the choices */
    public static <T> T choice(String code, Optional<T> chosen) {
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
    public static double number(String typed) {
        return readable(
                "level-unreadable", () -> Double.parseDouble(typed.strip().replace(',', '.')));
    }

    /** The form says something that is not one of the answers. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String code;

        public Unreadable(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
