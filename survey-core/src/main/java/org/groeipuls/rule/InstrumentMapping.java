package org.groeipuls.rule;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;

/**
 * Says that items of one version of an instrument stand for items of another, so that lines go on across versions. What
 * has no counterpart is left out.
 *
 * @param from whose figures are read
 * @param to as whose items
 * @param items item of {@code from} to item of {@code to}; no two to the same
 */
public record InstrumentMapping(InstrumentKey from, InstrumentKey to, SortedMap<String, String> items) {
    /** @throws RuleNotAllowed when nothing is mapped, or two items to one, or an instrument to itself */
    public InstrumentMapping {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
        if (items.isEmpty() || from.equals(to) || Set.copyOf(items.values()).size() < items.size()) {
            throw new RuleNotAllowed(
                    "A mapping names items of one instrument, each with an item of its own of another instrument");
        }
    }

    /**
     * Whether these are its instruments, its items are in them, and each stands for one of the same construct, scale
     * and key: raw answers are carried over, and an item of the other key would turn them.
     *
     * @throws RuleNotAllowed when an item is in neither, is about something else, or is turned the other way round
     */
    public void check(Instrument source, Instrument target) {
        items.forEach((before, after) -> {
            boolean known = source.items().stream().anyMatch(item -> item.id().equals(before))
                    && target.items().stream().anyMatch(item -> item.id().equals(after));
            if (!known) {
                throw new RuleNotAllowed(before + " is no item of " + from + ", or " + after + " none of " + to);
            }
            var one = source.item(before);
            var other = target.item(after);
            if (!Objects.equals(one.construct(), other.construct())
                    || !one.scale().equals(other.scale())) {
                throw new RuleNotAllowed(
                        before + " and " + after + " are not about the same construct, or not answered alike");
            }
            if (one.reversed() != other.reversed()) {
                throw RuleNotAllowed.turned(before, after);
            }
        });
    }

    /** The same pulse as if it had asked the other instrument. */
    public PulseIssued on(PulseIssued event) {
        if (!event.instrument().equals(from)) {
            return event;
        }
        return new PulseIssued(
                event.pulse(),
                to,
                event.rules(),
                event.dates(),
                event.units(),
                event.groups().stream().map(this::on).toList(),
                event.keys(),
                event.agreement(),
                event.demonstration(),
                event.roster(),
                event.openText());
    }

    private AskedGroup on(AskedGroup group) {
        return new AskedGroup(
                group.group(),
                group.name(),
                group.teams(),
                group.unit(),
                group.eligible(),
                group.form(),
                group.items().stream()
                        .flatMap(item -> Optional.ofNullable(items.get(item)).stream())
                        .toList(),
                group.moves(),
                group.origin());
    }

    /** The same count. */
    public CountPublished on(CountPublished event) {
        if (!event.instrument().equals(from)) {
            return event;
        }
        return new CountPublished(
                event.release(),
                event.pulse(),
                to,
                event.disclosure(),
                event.minimumGroup(),
                event.spreadMinimum(),
                event.calibration(),
                event.countedOn(),
                event.blocks(),
                event.rejected(),
                event.inclusion(),
                event.organisation(),
                event.distributions());
    }

    /** The same block of a pulse that asked {@link #from}; sums over scales are those of other items, so they are left out. */
    public BlockReleased on(BlockReleased event) {
        return new BlockReleased(
                event.release(),
                event.pulse(),
                event.block(),
                event.unit(),
                event.groups(),
                event.form(),
                event.n(),
                event.eligible(),
                event.items().stream()
                        .flatMap(figures -> Optional.ofNullable(items.get(figures.item()))
                                .map(item -> new ItemFigures(
                                        item, figures.n(), figures.sum(), figures.counts(), figures.withheld()))
                                .stream())
                        .toList(),
                List.of(),
                List.of());
    }
}
