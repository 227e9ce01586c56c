package org.groeipuls.api.hr;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.groeipuls.programme.ProgrammeNotDefinable;
import org.groeipuls.programme.Recurrence;
import org.jspecify.annotations.Nullable;

/** Recurrence rules of RFC 5545, read as rules for whole days: the time of day is the programme's own. */
final class RecurrenceRules implements Recurrence {
    private static final int LONGEST = 200;
    private static final Set<Freq> OF_DAYS = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    @Override
    public Stream<LocalDate> days(String rule, LocalDate startsOn) {
        var read = read(rule);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Days(read, startsOn), 0), false);
    }

    private static RecurrenceRule read(String rule) {
        try {
            var read = new RecurrenceRule(rule.length() > LONGEST ? "" : rule, RfcMode.RFC5545_STRICT);
            var until = read.getUntil();
            // the reader's parts cannot be touched before its rules: they need each other to begin with
            if (OF_DAYS.contains(read.getFreq())
                    && Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND, Part.RSCALE)
                            .noneMatch(read::hasPart)
                    && (until == null || until.isAllDay())) {
                return read;
            }
            throw notReadable();
        } catch (InvalidRecurrenceRuleException e) {
            throw notReadable();
        }
    }

    private static ProgrammeNotDefinable notReadable() {
        return new ProgrammeNotDefinable(
                "cadence-not-readable",
                "rule is a recurrence rule of RFC 5545 for days, such as FREQ=WEEKLY;INTERVAL=4;BYDAY=MO;"
                        + " UNTIL is a date such as 20261231, and the time of day stands in opensAt");
    }

    /** Ends where the reader gives up: after looking at very many days in vain. */
    private static final class Days implements Iterator<LocalDate> {
        private final RecurrenceRule rule;
        private final DateTime first;
        private @Nullable RecurrenceRuleIterator from;
        private @Nullable LocalDate ahead;

        Days(RecurrenceRule rule, LocalDate first) {
            this.rule = rule;
            this.first = new DateTime(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth());
            this.ahead = look();
        }

        private @Nullable LocalDate look() {
            try {
                var reader = from == null ? rule.iterator(first) : from;
                from = reader;
                if (!reader.hasNext()) {
                    return null;
                }
                var day = reader.nextDateTime();
                return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public LocalDate next() {
            var day = ahead;
            if (day == null) {
                throw new NoSuchElementException();
            }
            ahead = look();
            return day;
        }
    }
}
