package org.groeipuls.pages.hr;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groeipuls.api.hr.ProgrammeRequest;
import org.groeipuls.api.hr.ProgrammeRequest.BreakRequest;
import org.groeipuls.api.hr.ProgrammeRequest.CadenceRequest;
import org.groeipuls.api.hr.ProgrammeRequest.RulesRequest;
import org.groeipuls.api.hr.ProgrammeRequest.Stage;
import org.groeipuls.api.hr.ProgrammeView;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The form of a programme, read.
 *
 * @param wrong the code of what cannot be read, by field; when it holds anything the request means nothing
 */
record ProgrammeForm(ProgrammeId programme, ProgrammeRequest request, Map<String, String> wrong) {
    private static final ProgrammeId NONE = new ProgrammeId("none");
    private static final InstrumentKey NO_INSTRUMENT = InstrumentKey.parse("none@1");
    private static final int DAYS_AHEAD = 14;
    private static final String USUAL_CODE = "peilingen";
    private static final Pattern EVERY = Pattern.compile("FREQ=WEEKLY;INTERVAL=(4|6|8|13|26);BYDAY=(MO|TU|WE|TH|FR)");
    private static final Pattern BREAK = Pattern.compile("(\\S+)\\s+(\\S+)(?:\\s+(.*))?");

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("id-not-allowed", "programme"),
            Map.entry("programme-name-missing", "name"),
            Map.entry("instrument-unknown", "instrument"),
            Map.entry("form-unknown", "cycle"),
            Map.entry("cycle-missing", "cycle"),
            Map.entry("programme-groups-missing", "groups"),
            Map.entry("programme-reminders-not-allowed", "reminderDays"),
            Map.entry("break-not-allowed", "breaks"),
            Map.entry("cadence-too-close", "every"),
            Map.entry("cadence-not-readable", "rule"),
            Map.entry("openings-too-close", "every"),
            Map.entry("open-too-long", "workingDays"),
            Map.entry("minimum-group-not-allowed", "minimum"),
            Map.entry("agreement-missing", "reference"),
            Map.entry("text-retention-not-allowed", "retention"));

    static String fieldOf(String code) {
        return FIELDS.getOrDefault(code, "startsOn");
    }

    /** @param known all programmes there are, whose codes are taken */
    static Sheet fresh(List<ProgrammeView> known, List<Instrument> instruments, Instant now, ZoneId zone) {
        var first = LocalDate.ofInstant(now, zone).plusDays(DAYS_AHEAD);
        while (first.getDayOfWeek() != DayOfWeek.TUESDAY) {
            first = first.plusDays(1);
        }
        var sheet = new Sheet()
                .with("programme", freeCode(known))
                .with(
                        "instrument",
                        instruments.isEmpty() ? "" : instruments.getLast().key().toString())
                .with("every", "4")
                .with("startsOn", first.toString())
                .with("opensAt", "09:00")
                .with("workingDays", "8")
                .with("ahead", "1")
                .with("issueAhead", "7")
                .with("leads", "yes")
                .with("state", "active");
        return RulesForm.usual(AskedForm.usual(sheet));
    }

    private static String freeCode(List<ProgrammeView> known) {
        var taken = known.stream().map(one -> one.programme().value()).toList();
        var code = USUAL_CODE;
        for (int number = 2; taken.contains(code); number++) {
            code = USUAL_CODE + "." + number;
        }
        return code;
    }

    /** @param instrument of the programme, when it is known */
    static Sheet of(ProgrammeView known, @Nullable Instrument instrument) {
        var cadence = known.cadence();
        var every = EVERY.matcher(cadence.rule());
        var ends = cadence.endsOn();
        var sheet = new Sheet()
                .with("programme", known.programme().value())
                .with("name", known.name())
                .with("instrument", known.instrument().toString())
                .with("every", every.matches() ? every.group(1) : "own")
                .with("rule", cadence.rule())
                .with("startsOn", cadence.startsOn().toString())
                .with("endsOn", ends == null ? "" : ends.toString())
                .with("opensAt", cadence.opensAt().toString())
                .with("workingDays", String.valueOf(cadence.workingDays()))
                .with("ahead", String.valueOf(cadence.ticketsAhead()))
                .with("issueAhead", String.valueOf(cadence.issueAhead()))
                .with(
                        "breaks",
                        cadence.breaks().stream()
                                .map(one -> one.from() + " " + one.to() + (one.name() == null ? "" : " " + one.name()))
                                .collect(Collectors.joining("\n")))
                .with("state", known.state() == Stage.ENDED ? "ended" : "active");
        if (known.leads()) {
            sheet.with("leads", "yes");
        }
        AskedForm.of(sheet, known, instrument);
        return RulesForm.of(sheet, known.rules(), known.openText(), known.textRetentionDays(), known.agreement());
    }

    static ProgrammeForm read(Sheet sheet, @Nullable ProgrammeView known, List<Instrument> shelf, ZoneId zone) {
        var fields = new Fields(sheet);
        var id = fields.id("programme", ProgrammeId::new, NONE);
        var rules = RulesForm.read(fields);
        var instrument = instrument(fields);
        var found = shelf.stream()
                .filter(one -> one.key().equals(instrument))
                .findFirst()
                .orElse(null);
        var request = new ProgrammeRequest(
                fields.needed("name", "name-not-allowed"),
                instrument,
                cadence(fields, known == null ? zone : known.cadence().zone()),
                AskedForm.cycle(fields, found),
                AskedForm.yearly(fields, found),
                AskedForm.groups(sheet, fields),
                fields.ticked("leads"),
                new RulesRequest(
                        rules.minimumGroup(),
                        rules.disclosure(),
                        rules.spreadMinimum(),
                        rules.tickets(),
                        rules.layers()),
                fields.ticked("openText"),
                fields.number("retention", 30, 1825),
                RulesForm.agreement(fields),
                AskedForm.mails(fields),
                fields.choice("state", Map.of("active", Stage.ACTIVE, "ended", Stage.ENDED), Stage.ACTIVE));
        return new ProgrammeForm(id, request, fields.wrong());
    }

    private static InstrumentKey instrument(Fields fields) {
        try {
            return InstrumentKey.parse(fields.text("instrument"));
        } catch (Refusal notAKey) {
            fields.fault("instrument", "choose-one");
            return NO_INSTRUMENT;
        }
    }

    private static CadenceRequest cadence(Fields fields, ZoneId zone) {
        var starts = fields.day("startsOn");
        return new CadenceRequest(
                rule(fields, starts),
                starts,
                fields.text("endsOn").isEmpty() ? null : fields.day("endsOn"),
                zone,
                fields.time("opensAt"),
                fields.number("workingDays", 1, 60),
                breaks(fields),
                fields.number("ahead", 1, 60),
                fields.number("issueAhead", 1, 90));
    }

    /** On the weekday of its first day; a rule of somebody's own is theirs. */
    private static String rule(Fields fields, LocalDate starts) {
        var every = fields.text("every");
        if (every.equals("own")) {
            return fields.needed("rule", "cadence-not-readable");
        }
        var day = starts.getDayOfWeek().name().substring(0, 2).toUpperCase(Locale.ROOT);
        var rule = "FREQ=WEEKLY;INTERVAL=" + every + ";BYDAY=" + day;
        if (!EVERY.matcher(rule).matches()) {
            fields.fault(List.of("4", "6", "8", "13", "26").contains(every) ? "startsOn" : "every", "not-a-weekday");
        }
        return rule;
    }

    /** A line for each: first day, last day and what it is called. */
    private static List<BreakRequest> breaks(Fields fields) {
        List<BreakRequest> breaks = new ArrayList<>();
        for (var line : fields.text("breaks").lines().map(String::strip).toList()) {
            var parts = BREAK.matcher(line);
            try {
                if (!line.isEmpty() && parts.matches()) {
                    breaks.add(new BreakRequest(
                            LocalDate.parse(parts.group(1)), LocalDate.parse(parts.group(2)), parts.group(3)));
                } else if (!line.isEmpty()) {
                    fields.fault("breaks", "breaks-unreadable");
                }
            } catch (DateTimeParseException notADay) {
                fields.fault("breaks", "breaks-unreadable");
            }
        }
        return breaks;
    }
}
