package org.groeipuls.api.hr;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Together;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.roster.Erasure;
import org.groeipuls.roster.ImportRefused;
import org.groeipuls.roster.KeptImport.State;
import org.groeipuls.roster.KeptLists;
import org.groeipuls.roster.KeptSize;
import org.groeipuls.roster.People;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.Roster;
import org.groeipuls.roster.RosterImports;

/**
 * Changes who is in the roster, and the sizes in history with it, in one transaction: by a list, by undoing the latest
 * list, by erasing somebody. What HR saw is what is applied, or nothing.
 */
public final class PeopleDesk implements KeptLists {
    private final Together together;
    private final OrganisationTable organisation;
    private final People people;
    private final RosterImports imports;
    private final List<Erasure> erasures;
    private final InstantSource clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    PeopleDesk(
            Together together,
            OrganisationTable organisation,
            People people,
            RosterImports imports,
            List<Erasure> erasures,
            InstantSource clock) {
        this.together = together;
        this.organisation = organisation;
        this.people = people;
        this.imports = imports;
        this.erasures = List.copyOf(erasures);
        this.clock = clock;
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private <T> T alone(Supplier<T> work) {
        oneAtATime.lock();
        try {
            return work.get();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** A list beside the roster that it is compared with. */
    private record Plan(Organisation known, Roster before, Roster after, Sizes sizes, List<KeptSize> kept, String id) {
        PeopleChanges changes(boolean applied) {
            return PeopleChanges.between(id, before, after, sizes, applied);
        }
    }

    private Plan plan(List<Person> list, Organisation known) {
        var before = people.roster();
        var after = Roster.of(list);
        return new Plan(
                known,
                before,
                after,
                Sizes.counted(known, Placement.of(after.people(), known)),
                Sizes.kept(known, Placement.of(before.people(), known)),
                ImportId.of(after, before, known));
    }

    /**
     * What a list would change; it is kept for a day, to be confirmed.
     *
     * @throws org.groeipuls.api.problem.FaultyFile when it cannot be taken
     */
    public PeopleChanges show(byte[] file, boolean workbook) {
        return alone(() -> {
            var known = organisation.read();
            var plan = plan(PeopleList.read(file, workbook, known), known);
            imports.show(plan.id(), plan.after().people(), today());
            return plan.changes(false);
        });
    }

    /**
     * Replaces everybody by a list.
     *
     * @throws org.groeipuls.api.problem.FaultyFile when it cannot be taken
     */
    PeopleChanges replace(byte[] file, boolean workbook) {
        return alone(() -> {
            var known = organisation.read();
            return apply(plan(PeopleList.read(file, workbook, known), known));
        });
    }

    /**
     * Applies a list that was shown; saying it again changes nothing.
     *
     * @throws ImportRefused when it would change anything else than was shown
     */
    public PeopleChanges confirm(String id) {
        return alone(() -> {
            var state = imports.find(id).orElseThrow(NotFound::new).state();
            var now = people.roster();
            if (state == State.APPLIED) {
                return PeopleChanges.between(id, now, now, new Sizes(List.of(), List.of()), true);
            }
            if (state != State.SHOWN) {
                throw ImportRefused.outdated();
            }
            var plan = plan(imports.listOf(id).people(), organisation.read());
            if (!plan.id().equals(id)) {
                throw ImportRefused.outdated();
            }
            return apply(plan);
        });
    }

    private PeopleChanges apply(Plan plan) {
        var changes = plan.changes(true);
        if (!changes.unchanged()) {
            var state = plan.before().state();
            together.change(
                    connection -> forget(
                            connection,
                            imports.apply(
                                    connection, plan.id(), state, plan.after().people(), plan.kept(), today())),
                    plan.sizes().orders(plan.known()));
        }
        return changes;
    }

    /** Whoever left, and can not come back by an undo any more, is forgotten outside the roster too. */
    private void forget(Connection connection, SortedSet<PersonId> gone) throws SQLException {
        for (var erasure : erasures) {
            if (erasure != people && erasure != imports) {
                for (var who : gone) {
                    erasure.forget(connection, who);
                }
            }
        }
    }

    /** The latest list, when it can be undone: the day on which it was applied and what it changed, without sizes. */
    public record Latest(LocalDate day, PeopleChanges changes) {}

    /** Empty when no list can be undone. */
    public Optional<Latest> undoable() {
        return alone(() -> imports.undoable(today()).map(kept -> {
            var none = new Sizes(List.of(), List.of());
            var before = imports.listOf(kept.id());
            return new Latest(kept.day(), PeopleChanges.between(kept.id(), before, people.roster(), none, true));
        }));
    }

    /**
     * Makes the roster, the leads and the sizes what they were before the latest import.
     *
     * @throws ImportRefused when that cannot be done any more
     */
    public PeopleChanges undo(String id) {
        return alone(() -> {
            if (imports.find(id).isEmpty()) {
                throw new NotFound();
            }
            var known = organisation.read();
            var after = imports.undone(id, today());
            var sizes = Sizes.restored(known, imports.sizesBefore(id), Placement.of(after.people(), known));
            var changes = PeopleChanges.between(id, people.roster(), after, sizes, true);
            together.change(connection -> imports.undo(connection, id, today()), sizes.orders(known));
            return changes;
        });
    }

    /** Erases somebody wherever they are named, and lets the sizes of teams and units follow. */
    Sizes erase(PersonId who) {
        return alone(() -> {
            var known = organisation.read();
            var before = people.roster().people();
            var after =
                    before.stream().filter(person -> !person.id().equals(who)).toList();
            var sizes = Sizes.moved(known, Placement.of(before, known), Placement.of(after, known));
            together.change(
                    connection -> imports.erasing(connection, () -> {
                        for (var erasure : erasures) {
                            erasure.forget(connection, who);
                        }
                    }),
                    sizes.orders(known));
            return sizes;
        });
    }

    @Override
    public void deleteOld(LocalDate today) {
        together.change(connection -> forget(connection, imports.deleteOld(connection, today)), List.of());
    }
}
