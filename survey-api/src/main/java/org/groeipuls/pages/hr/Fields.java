package org.groeipuls.pages.hr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.groeipuls.refusal.IdNotAllowed;

/**
 * Reads a form field by field and notes which cannot be read, so that whoever typed sees all of it at once. What a
 * faulty field reads as means nothing: look at {@link #wrong()} first.
 */
final class Fields {
    private final Sheet sheet;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    Fields(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The code of what is wrong, by field. */
    Map<String, String> wrong() {
        return wrong;
    }

    boolean readable() {
        return wrong.isEmpty();
    }

    void fault(String field, String code) {
        wrong.putIfAbsent(field, code);
    }

    String text(String field) {
        return sheet.one(field).strip();
    }

    /** @param code of the fault when nothing stands there */
    String needed(String field, String code) {
        var typed = text(field);
        if (typed.isEmpty()) {
            fault(field, code);
        }
        return typed;
    }

    boolean ticked(String field) {
        return sheet.is(field, "yes");
    }

    LocalDate day(String field) {
        return read(field, "day-unreadable", LocalDate::parse, LocalDate.EPOCH);
    }

    LocalTime time(String field) {
        return read(field, "time-unreadable", LocalTime::parse, LocalTime.NOON);
    }

    Instant moment(String dayField, String timeField, ZoneId zone) {
        return day(dayField).atTime(time(timeField)).atZone(zone).toInstant();
    }

    int number(String field, int least, int most) {
        int number = read(field, "number-unreadable", Integer::parseInt, least);
        if (number < least || number > most) {
            fault(field, "number-unreadable");
        }
        return number;
    }

    /** @param otherwise what a faulty field reads as */
    <T> T id(String field, Function<String, T> make, T otherwise) {
        return read(field, "id-not-allowed", make, otherwise);
    }

    /** @param otherwise what a faulty field reads as */
    <T> T choice(String field, Map<String, T> choices, T otherwise) {
        var chosen = choices.get(text(field));
        if (chosen == null) {
            fault(field, "choose-one");
        }
        return chosen == null ? otherwise : chosen;
    }

    private <T> T read(String field, String code, Function<String, T> make, T otherwise) {
        try {
            return make.apply(text(field));
        } catch (DateTimeParseException | IdNotAllowed | NumberFormatException notAtAll) {
            fault(field, code);
            return otherwise;
        }
    }
}
