package org.groeipuls.api.mail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;

/**
 * Codes between their making and their sealing, which are in two databases: while this process lives, a sealing that
 * fails loses none. Nobody's name stands beside them, and they are forgotten once they are sealed.
 */
final class MadeCodes {
    private final Links links;
    private final Map<Lot, Links.Codes> kept = new ConcurrentHashMap<>();

    MadeCodes(Links links) {
        this.links = links;
    }

    private record Lot(PulseId pulse, GroupId group) {}

    /** New codes for a group, kept until they are forgotten. */
    Links.Codes make(PulseId pulse, GroupId group) {
        var codes = links.make(pulse, group);
        kept.put(new Lot(pulse, group), codes);
        return codes;
    }

    /** The codes that were made here, unless others were made since. */
    Optional<Links.Codes> standing(PulseId pulse, GroupId group) {
        return Optional.ofNullable(kept.get(new Lot(pulse, group))).filter(codes -> links.stand(pulse, group, codes));
    }

    boolean holds(PulseId pulse, GroupId group) {
        return kept.containsKey(new Lot(pulse, group));
    }

    void forget(PulseId pulse, GroupId group) {
        kept.remove(new Lot(pulse, group));
    }

    void forget(PulseId pulse) {
        kept.keySet().removeIf(lot -> lot.pulse().equals(pulse));
    }

    /** The pulses of which any are kept. */
    Set<String> pulses() {
        var pulses = new TreeSet<String>();
        kept.keySet().forEach(lot -> pulses.add(lot.pulse().value()));
        return pulses;
    }

    @Override
    public String toString() {
        return "MadeCodes[" + kept.size() + " groups, not shown]";
    }
}
