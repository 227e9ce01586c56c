package org.groeipuls.pages.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.api.operator.OwnReasons;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.WorkingDays;
import org.jspecify.annotations.Nullable;

/** A pulse as it is put to one group: what is asked, when, and what was frozen about it. */
public record AskedPulse(
        KnownPulse known, AskedGroup group, Instrument instrument, Organisation organisation, Words words) {
    /** Seconds for one statement, generously. */
    private static final int SECONDS_EACH = 10;

    /** The statements that share a response scale. */
    record Section(String scale, String stem, List<String> labels, List<Statement> statements) {}

    record Statement(String item, String text) {}

    public String id() {
        return known.issued().pulse().value();
    }

    public String groupId() {
        return group.group().value();
    }

    /** issued, open, closed, counted or cancelled. */
    public String state() {
        return known.state().word();
    }

    public boolean open() {
        return known.state() == PulseState.OPEN;
    }

    public boolean counted() {
        return known.state() == PulseState.COUNTED;
    }

    /** Whether nobody can answer it any more. */
    public boolean over() {
        return known.state() != PulseState.ISSUED && !open();
    }

    public String title() {
        return instrument.title().in(words.language().tag());
    }

    public int statements() {
        return group.items().size();
    }

    public int minutes() {
        return Math.max(2, Math.ceilDiv(statements() * SECONDS_EACH, 60));
    }

    public Promise promise() {
        return new Promise(
                known.issued().rules(), text() == null ? null : known.issued().openText());
    }

    public String opens() {
        return words.moment(known.issued().dates().opensAt());
    }

    /** From when tickets can be fetched. */
    public String ticketsFrom() {
        return words.moment(known.issued().dates().ticketsFrom());
    }

    public boolean fetchable(Instant now) {
        return !now.isBefore(known.issued().dates().ticketsFrom());
    }

    public String closes() {
        return words.moment(known.closesAt());
    }

    public boolean extended() {
        return !known.closesAt().equals(known.issued().dates().closesAt());
    }

    /**
     * From when the group sees what the lead sees: two working days after the count. Before it, two working days after the
     * close; where the works council has to open the box, that is the earliest.
     */
    public String results() {
        var count = known.count();
        var day = words.date(resultsFrom());
        return count == null && known.issued().rules().layers() == 2 ? words.text("answer.earliest", day) : day;
    }

    /** The day of {@link #results()}. */
    public LocalDate resultsFrom() {
        var count = known.count();
        var counted = count == null ? known.closesAt().atZone(words.zone()).toLocalDate() : count.countedOn();
        return WorkingDays.after(counted, WorkingDays.PREVIEW);
    }

    /** Why it was cancelled. */
    public String reason() {
        var reason = known.cancelled();
        return reason == null ? "" : OwnReasons.told(reason, words::text);
    }

    /** Where the works council's consent is written down and of which day it is; absent in a demonstration only. */
    @Nullable
    public String agreement() {
        var agreement = known.issued().agreement();
        return agreement == null ? null : agreement.reference() + ", " + words.date(agreement.date());
    }

    public boolean demonstration() {
        return known.issued().demonstration();
    }

    /** Fingerprint of the key that signs this group's tickets; empty with personal links. */
    public String groupKey() {
        var signer = known.issued().keys().tickets().get(group.group());
        return signer == null ? "" : signer.fingerprint();
    }

    /** Fingerprint of the key of the outer layer. */
    public String councilKey() {
        return known.issued().keys().councilFingerprint();
    }

    /** Fingerprint of the key of the inner layer. */
    public String operatorKey() {
        return known.issued().keys().operatorFingerprint();
    }

    /** The open question; absent when this group is not asked to write. */
    public @Nullable AskedText text() {
        return AskedText.of(this).orElse(null);
    }

    /** Who is in the group, by name of team. */
    public String who() {
        return words.listed(namesOf(group));
    }

    List<String> namesOf(AskedGroup asked) {
        if (asked.ownPeople()) {
            var unit = known.issued().units().stream()
                    .filter(each -> each.unit().equals(asked.unit()))
                    .findFirst()
                    .map(AskedUnit::name);
            return List.of(words.text("group.leads", unit.orElse(asked.name())));
        }
        return asked.teams().stream()
                .map(team -> organisation
                        .team(team)
                        .map(Organisation.KnownTeam::name)
                        .orElse(team.value()))
                .toList();
    }

    /** Whether it asks the leads of a unit, of whom no page shows results. */
    public boolean leads() {
        return group.ownPeople();
    }

    public int eligible() {
        return group.eligible();
    }

    /** The statements by response scale, in the order in which they are asked. */
    public List<Section> sections() {
        var language = words.language().tag();
        var byScale = new LinkedHashMap<String, List<Statement>>();
        for (var id : group.items()) {
            var item = instrument.item(id);
            byScale.computeIfAbsent(item.scale(), scale -> new ArrayList<>())
                    .add(new Statement(id, item.text().in(language)));
        }
        return byScale.entrySet().stream()
                .map(entry -> {
                    var scale = instrument.scale(entry.getKey());
                    return new Section(
                            scale.id(),
                            scale.stem().in(language),
                            scale.labels().stream()
                                    .map(label -> label.in(language))
                                    .toList(),
                            entry.getValue());
                })
                .toList();
    }
}
