package org.groeipuls.pages.history;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;
import org.groeipuls.calibration.Constants;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Item;
import org.groeipuls.pages.Words;
import org.groeipuls.rule.RuleEvent.RuleAdopted;
import org.groeipuls.rule.RuleVersion;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.shelf.InstrumentShelf;

/** What figures are computed with now, from which a new replay starts out. */
final class InForce {
    private final RuleTable rules;
    private final CalibrationRegister calibrations;
    private final InstrumentShelf shelf;
    private final InstantSource clock;

    InForce(RuleTable rules, CalibrationRegister calibrations, InstrumentShelf shelf, InstantSource clock) {
        this.rules = rules;
        this.calibrations = calibrations;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** A statement that counts towards a scale. */
    record Scored(String id, String text, boolean reversed) {}

    /** A scale with its statements. */
    record Scale(String construct, String name, List<Scored> items) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    ScoringRule rule() {
        return rules.validOn(today());
    }

    Optional<RuleAdopted> adopted(RuleVersion rule) {
        return rules.find(rule);
    }

    Calibration calibration() {
        return calibrations.validOn(today());
    }

    Constants constants() {
        return Constants.of(calibration());
    }

    /** The one that comes along, and those that were adopted. */
    List<String> calibrationNames() {
        List<String> names = new ArrayList<>();
        names.add(Calibration.DEFAULT.version());
        calibrations.all().stream()
                .map(CalibrationAdopted::calibration)
                .map(version -> version.value())
                .forEach(names::add);
        return names;
    }

    List<String> instruments() {
        return shelf.all().stream()
                .map(instrument -> instrument.key().toString())
                .toList();
    }

    /** All scales of all instruments, each statement once, in the words of the newest version. */
    List<Scale> scales(Words words) {
        Map<String, Construct> constructs = new LinkedHashMap<>();
        Map<String, Map<String, Item>> items = new LinkedHashMap<>();
        for (var instrument : shelf.all()) {
            instrument.constructs().forEach(construct -> constructs.put(construct.key(), construct));
            for (var item : instrument.items()) {
                if (item.construct() != null && item.mirrors() == null) {
                    items.computeIfAbsent(item.construct(), key -> new LinkedHashMap<>())
                            .put(item.id(), item);
                }
            }
        }
        var language = words.language().tag();
        return constructs.values().stream()
                .filter(construct -> items.containsKey(construct.key()))
                .map(construct -> new Scale(
                        construct.key(),
                        construct.name().in(language),
                        items.getOrDefault(construct.key(), Map.of()).values().stream()
                                .map(item -> new Scored(item.id(), item.text().in(language), item.reversed()))
                                .toList()))
                .toList();
    }
}
