package org.groeipuls.api.analyst;

import java.util.List;
import java.util.Map;
import org.groeipuls.instrument.Instrument;

/** The scales of all instruments, as far as stated constants have to fit them. */
record KnownScales(List<Instrument> instruments) {
    private static final double NOTHING = 1e-9;

    boolean know(String construct) {
        return instruments.stream()
                .flatMap(instrument -> instrument.constructs().stream())
                .anyMatch(known -> known.key().equals(construct));
    }

    /** Whether some instrument has the item in a scale over which these offsets add up to 0. */
    boolean addUp(String item, Map<String, Double> offsets) {
        return instruments.stream()
                .anyMatch(instrument -> instrument.items().stream()
                        .anyMatch(one -> one.id().equals(item)
                                && one.construct() != null
                                && Math.abs(sum(instrument, one.construct(), offsets)) < NOTHING));
    }

    private static double sum(Instrument instrument, String construct, Map<String, Double> offsets) {
        return instrument.items().stream()
                .filter(one -> construct.equals(one.construct()) && one.mirrors() == null)
                .mapToDouble(one -> offsets.getOrDefault(one.id(), 0.0))
                .sum();
    }
}
