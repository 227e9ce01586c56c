package org.groeipuls.api.hr;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.groeipuls.calendar.KnownProgramme;
import org.groeipuls.pulse.PulseState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A programme as a calendar file (RFC 5545), in UTC. An entry keeps its UID whatever else changes, so that a calendar
 * that reads the file again replaces it.
 */
final class CalendarFile {
    private static final int MOST_OCTETS = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final InstantSource clock;
    private final MessageSource texts;

    CalendarFile(InstantSource clock, MessageSource texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** The whole file; skipped days are not in it. */
    String of(KnownProgramme programme, List<Occurrence> occurrences, Locale language) {
        var file = new Writing(programme.definition().name(), language);
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Groeipuls//Programme//EN");
        file.line("CALSCALE:GREGORIAN");
        file.line("X-WR-CALNAME:" + escaped(programme.definition().name()));
        occurrences.forEach(file::entries);
        file.line("END:VCALENDAR");
        return file.text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /** One file being written. */
    private final class Writing {
        private final StringBuilder text = new StringBuilder();
        private final String name;
        private final Locale language;
        private final String written = UTC.format(clock.instant().truncatedTo(ChronoUnit.DAYS));

        Writing(String name, Locale language) {
            this.name = name;
            this.language = language;
        }

        void entries(Occurrence one) {
            var ticketsFrom = one.ticketsFrom();
            var opensAt = one.opensAt();
            var closesAt = one.closesAt();
            var resultsOn = one.resultsOn();
            if (ticketsFrom == null || opensAt == null || closesAt == null || resultsOn == null) {
                return;
            }
            entry(one, "tickets", at("DTSTART", ticketsFrom), at("DTEND", opensAt));
            entry(one, "open", at("DTSTART", opensAt), at("DTEND", closesAt));
            var reminders = one.reminders();
            for (int i = 0; reminders != null && i < reminders.size(); i++) {
                entry(one, "reminder", "reminder-" + (i + 1), at("DTSTART", reminders.get(i)), null);
            }
            entry(one, "close", at("DTSTART", closesAt), null);
            entry(one, "results", on("DTSTART", resultsOn), on("DTEND", resultsOn.plusDays(1)));
        }

        private void entry(Occurrence one, String kind, String start, @Nullable String end) {
            entry(one, kind, kind, start, end);
        }

        private void entry(Occurrence one, String kind, String id, String start, @Nullable String end) {
            line("BEGIN:VEVENT");
            line("UID:" + one.pulse().value() + "-" + id + "@groeipuls");
            line("DTSTAMP:" + written);
            line(start);
            if (end != null) {
                line(end);
            }
            line("SUMMARY:" + escaped(texts.getMessage("calendar." + kind, new Object[] {name}, language)));
            line("STATUS:" + status(one));
            line("TRANSP:TRANSPARENT");
            line("END:VEVENT");
        }

        private String status(Occurrence one) {
            if (one.state() == Occurrence.Stage.PLANNED) {
                return "TENTATIVE";
            }
            return one.pulseState() == PulseState.CANCELLED ? "CANCELLED" : "CONFIRMED";
        }

        private String at(String property, Instant instant) {
            return property + ":" + UTC.format(instant);
        }

        private String on(String property, LocalDate day) {
            return property + ";VALUE=DATE:" + DAY.format(day);
        }

        /** Folds a line that is too long; a character is never cut in two. */
        void line(String line) {
            int octets = 0;
            for (int at = 0; at < line.length(); ) {
                int character = line.codePointAt(at);
                var more = Character.toString(character);
                int size = more.getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > MOST_OCTETS) {
                    text.append("\r\n ");
                    octets = 1;
                }
                text.append(more);
                octets += size;
                at += more.length();
            }
            text.append("\r\n");
        }
    }
}
