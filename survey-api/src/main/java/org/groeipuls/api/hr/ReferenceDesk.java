package org.groeipuls.api.hr;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.earlier.ReferenceTable;
import org.groeipuls.reference.EarlierResults;
import org.groeipuls.reference.ImportRules;
import org.groeipuls.reference.ReferenceCommand.ImportReference;
import org.groeipuls.reference.ReferenceId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.shelf.InstrumentShelf;

/** Where earlier results of other suppliers are imported. */
final class ReferenceDesk {
    private final Commands commands;
    private final ReferenceTable table;
    private final InstrumentShelf shelf;
    private final InstantSource clock;

    ReferenceDesk(Commands commands, ReferenceTable table, InstrumentShelf shelf, InstantSource clock) {
        this.commands = commands;
        this.table = table;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * Refuses what cannot be imported.
     *
     * @throws Refusal when a rule says no
     */
    void check(EarlierResults results) {
        ImportRules.check(results, thisYear());
        var construct = results.construct();
        boolean known = construct == null
                || shelf.all().stream()
                        .flatMap(instrument -> instrument.constructs().stream())
                        .anyMatch(one -> one.key().equals(construct));
        if (!known) {
            throw new ReferenceConstructUnknown();
        }
    }

    /**
     * Imports or corrects.
     *
     * @throws Refusal when a rule says no
     * @return whether it was not known before
     */
    boolean take(ReferenceId id, EarlierResults results) {
        commands.awaitViews();
        check(results);
        boolean isNew = table.find(id).isEmpty();
        commands.send(new ImportReference(id, results, thisYear()));
        return isNew;
    }

    private int thisYear() {
        return clock.instant().atZone(ZoneOffset.UTC).getYear();
    }

    /** No instrument has such a construct. */
    static final class ReferenceConstructUnknown extends Refusal {
        private static final long serialVersionUID = 1;

        ReferenceConstructUnknown() {
            super(
                    Kind.UNACCEPTABLE,
                    "reference-construct-unknown",
                    "construct is the key of a construct of an instrument; leave it out if none comes near");
        }
    }
}
