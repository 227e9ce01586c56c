package org.groeipuls.pages.hr;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.hr.PulseRequest;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;

/**
 * The form of a new pulse, read.
 *
 * @param wrong the code of what cannot be read, by field; when it holds anything the request means nothing
 */
record PulseForm(PulseId pulse, PulseRequest request, Map<String, String> wrong) {
    private static final int BETWEEN_OPENINGS = 14;
    private static final int DAYS_AHEAD = 8;
    private static final int DAYS_OPEN = 11;
    private static final PulseId NONE = new PulseId("none");
    private static final InstrumentKey NO_INSTRUMENT = InstrumentKey.parse("none@1");

    /** Which field a refusal is about. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("instrument-unknown", "form"),
            Map.entry("form-unknown", "form"),
            Map.entry("form-empty", "form"),
            Map.entry("id-not-allowed", "pulse"),
            Map.entry("pulse-already-issued", "pulse"),
            Map.entry("council-key-differs", "pulse"),
            Map.entry("dates-not-allowed", "opens"),
            Map.entry("openings-too-close", "opens"),
            Map.entry("minimum-group-not-allowed", "minimum"),
            Map.entry("group-below-minimum", "minimum"),
            Map.entry("spread-minimum-not-allowed", "spread"),
            Map.entry("layers-not-allowed", "layers"),
            Map.entry("council-key-missing", "layers"),
            Map.entry("agreement-missing", "reference"),
            Map.entry("text-unit-too-small", "openText"),
            Map.entry("text-retention-not-allowed", "retention"));

    /** The field to point at; what is about none of the others is about who is asked. */
    static String fieldOf(String code) {
        return FIELDS.getOrDefault(code, "groups");
    }

    /** A form with what usually holds. */
    static Sheet fresh(
            PulseAgenda agenda, Organisation organisation, List<Instrument> instruments, Instant now, ZoneId zone) {
        var first = firstDay(agenda, now, zone);
        var newest = instruments.isEmpty() ? null : instruments.getLast();
        var before = agenda.all().isEmpty();
        var sheet = new Sheet()
                .with(
                        "form",
                        newest == null
                                ? ""
                                : newest.key() + "|" + (before ? newest.cycle().getFirst() : "rotate"))
                .with("pulse", "peiling-" + first)
                .with(
                        "groups",
                        GroupChoice.all(organisation).stream()
                                .filter(GroupChoice::possible)
                                .map(GroupChoice::id)
                                .toList())
                .with("leads", "yes")
                .with("opens", first.toString())
                .with("opensAt", "09:00")
                .with("closes", first.plusDays(DAYS_OPEN).toString())
                .with("closesAt", "17:00")
                .with("ahead", "1");
        return RulesForm.usual(sheet);
    }

    /** A Tuesday in time for everybody to know, and two weeks after the last opening. */
    private static LocalDate firstDay(PulseAgenda agenda, Instant now, ZoneId zone) {
        var soon = LocalDate.ofInstant(now, zone).plusDays(DAYS_AHEAD);
        var last = agenda.all().stream()
                .filter(known -> known.state() != PulseState.CANCELLED)
                .map(known -> LocalDate.ofInstant(known.issued().dates().opensAt(), zone)
                        .plusDays(BETWEEN_OPENINGS))
                .filter(soon::isBefore)
                .max(LocalDate::compareTo)
                .orElse(soon);
        while (last.getDayOfWeek() != java.time.DayOfWeek.TUESDAY) {
            last = last.plusDays(1);
        }
        return last;
    }

    static PulseForm read(Sheet sheet, ZoneId zone) {
        var fields = new Fields(sheet);
        var form = fields.needed("form", "choose-one").split("\\|", 2);
        var instrument = instrument(form[0], fields);
        var pulse = fields.id("pulse", PulseId::new, NONE);
        var groups = groups(sheet, fields);
        var opensAt = fields.moment("opens", "opensAt", zone);
        var closesAt = fields.moment("closes", "closesAt", zone);
        int ahead = fields.number("ahead", 0, 60);
        if (fields.readable() && !opensAt.isBefore(closesAt)) {
            fields.fault("closes", "closes-too-early");
        }
        var rules = RulesForm.read(fields);
        var request = new PulseRequest(
                instrument,
                form.length == 2 ? form[1] : "",
                groups,
                opensAt.minus(Duration.ofDays(ahead)),
                opensAt,
                closesAt,
                rules.minimumGroup(),
                rules.disclosure(),
                rules.spreadMinimum(),
                rules.tickets(),
                rules.layers(),
                RulesForm.agreement(fields),
                fields.ticked("openText"),
                fields.number("retention", 30, 1825),
                fields.ticked("leads"));
        return new PulseForm(pulse, request, fields.wrong());
    }

    private static InstrumentKey instrument(String typed, Fields fields) {
        try {
            return InstrumentKey.parse(typed);
        } catch (Refusal notAKey) {
            fields.fault("form", "choose-one");
            return NO_INSTRUMENT;
        }
    }

    private static List<GroupId> groups(Sheet sheet, Fields fields) {
        if (sheet.all("groups").isEmpty()) {
            fields.fault("groups", "groups-missing");
        }
        try {
            return sheet.all("groups").stream().map(GroupId::new).toList();
        } catch (Refusal notAnId) {
            fields.fault("groups", "group-unknown");
            return List.of();
        }
    }
}
