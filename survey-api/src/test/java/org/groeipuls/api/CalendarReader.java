package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a calendar file as RFC 5545 says, and takes offence at all that it does not. */
final class CalendarReader {
    private static final Pattern LINE =
            Pattern.compile("([A-Z-]+)((?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]+))*):(.*)", Pattern.DOTALL);
    private static final Pattern UTC = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Set<String> ONCE_AT_THE_MOST =
            Set.of("DTSTAMP", "UID", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP");

    private CalendarReader() {}

    /** The entries by their UIDs, each with its properties. */
    static Map<String, Map<String, String>> read(byte[] file) {
        Map<String, Map<String, String>> entries = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        Map<String, String> calendar = new LinkedHashMap<>();
        Map<String, String> entry = new LinkedHashMap<>();
        for (var line : unfolded(file)) {
            var parts = LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            var name = parts.group(1);
            var value = parts.group(3);
            switch (name) {
                case "BEGIN" -> {
                    assertThat(value).isEqualTo(open.isEmpty() ? "VCALENDAR" : "VEVENT");
                    open.push(value);
                    entry = new LinkedHashMap<>();
                }
                case "END" -> {
                    assertThat(open.pop()).isEqualTo(value);
                    if (value.equals("VEVENT")) {
                        check(entry);
                        assertThat(entries.put(Objects.requireNonNull(entry.get("UID")), entry))
                                .as("a UID stands there once")
                                .isNull();
                    }
                }
                default -> {
                    var into = open.size() == 1 ? calendar : entry;
                    assertThat(open).isNotEmpty();
                    var known = into.put(name, value(name, parts.group(2), value));
                    assertThat(known).as(line).isNull();
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(calendar).containsEntry("VERSION", "2.0").containsKey("PRODID");
        return entries;
    }

    private static String value(String name, String parameters, String value) {
        if (name.startsWith("DT")) {
            assertThat(value).matches(parameters.equals(";VALUE=DATE") ? DATE : UTC);
            return value;
        }
        assertThat(parameters).isEmpty();
        return name.equals("SUMMARY") || name.equals("X-WR-CALNAME") ? text(value) : value;
    }

    /** A text has no bare comma, semicolon or control character, and knows four escapes. */
    private static String text(String escaped) {
        assertThat(escaped.replaceAll("\\\\[\\\\;,nN]", "")).doesNotContainPattern("[\\\\;,\\p{Cntrl}]");
        var text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char at = escaped.charAt(i);
            if (at == '\\') {
                char next = escaped.charAt(++i);
                text.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                text.append(at);
            }
        }
        return text.toString();
    }

    private static void check(Map<String, String> entry) {
        assertThat(entry).containsKeys("UID", "DTSTAMP", "DTSTART", "SUMMARY");
        assertThat(ONCE_AT_THE_MOST).containsAll(new HashSet<>(entry.keySet()));
        assertThat(entry.get("STATUS")).isIn("TENTATIVE", "CONFIRMED", "CANCELLED");
        var end = entry.get("DTEND");
        if (end != null) {
            var start = Objects.requireNonNull(entry.get("DTSTART"));
            assertThat(end).hasSameSizeAs(start).isGreaterThan(start);
        }
    }

    private static List<String> unfolded(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).as("it is UTF-8").isEqualTo(file);
        assertThat(text).endsWith("\r\n").doesNotContain("\uFFFD");
        assertThat(text.replace("\r\n", "")).as("CR and LF come together").doesNotContain("\r", "\n");
        List<String> lines = new ArrayList<>();
        for (var line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isBetween(1, 75);
            if (line.startsWith(" ")) {
                lines.add(lines.removeLast() + line.substring(1));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }
}
