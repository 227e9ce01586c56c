package org.groeipuls.instrument;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in plain words what the JSON reader stumbled over, without the names of classes and switches. */
final class Complaint {

    private Complaint() {}

    static String of(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                "unknown field '%s': use one of %s".formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
            case MismatchedInputException mismatch ->
                "%s must be %s".formatted(path(mismatch), wanted(mismatch.getTargetType()));
            default -> String.valueOf(fault.getOriginalMessage());
        };
    }

    private static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "the file" : path.toString();
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null || type == Instrument.class) {
            return "one JSON object with nothing after it";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        if (type == InstrumentKey.class) {
            return "a text such as \"groeipuls@1\"";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        return Collection.class.isAssignableFrom(type) ? "a list in square brackets" : "an object in braces";
    }
}
