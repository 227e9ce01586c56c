package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the fields of a form, as it was typed. */
final class Sheet {
    /** What goes with every form and says nothing. */
    private static final List<String> NO_FIELDS = List.of("_csrf", "lang", "step", "said");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    static Sheet of(HttpServletRequest request) {
        var sheet = new Sheet();
        request.getParameterMap().forEach((field, typed) -> {
            if (!NO_FIELDS.contains(field)) {
                sheet.values.put(field, List.copyOf(Arrays.asList(typed)));
            }
        });
        return sheet;
    }

    Sheet with(String field, String... typed) {
        values.put(field, List.of(typed));
        return this;
    }

    Sheet with(String field, List<String> typed) {
        values.put(field, List.copyOf(typed));
        return this;
    }

    /** What stands in a field; empty when nothing does. */
    public String one(String field) {
        var typed = all(field);
        return typed.isEmpty() ? "" : typed.getFirst();
    }

    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether a box or a choice is ticked. */
    public boolean is(String field, String value) {
        return all(field).contains(value);
    }

    /** Everything, to be sent along. */
    public Map<String, List<String>> all() {
        return values;
    }
}
