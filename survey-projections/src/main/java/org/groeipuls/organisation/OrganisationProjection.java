package org.groeipuls.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.organisation.OrganisationFacts.Fact;
import org.groeipuls.team.GroupEvent.GroupChanged;
import org.groeipuls.team.GroupEvent.GroupDissolved;
import org.groeipuls.team.GroupEvent.GroupFormed;
import org.groeipuls.team.ReorganisationEvent.ReorganisationPlanned;
import org.groeipuls.team.ReorganisationEvent.ReorganisationTookEffect;
import org.groeipuls.team.ReorganisationEvent.ReorganisationWithdrawn;
import org.groeipuls.team.TeamEvent.TeamChanged;
import org.groeipuls.team.TeamEvent.TeamClosed;
import org.groeipuls.team.TeamEvent.TeamEstablished;
import org.groeipuls.team.UnitEvent.UnitChanged;
import org.groeipuls.team.UnitEvent.UnitClosed;
import org.groeipuls.team.UnitEvent.UnitEstablished;
import org.jspecify.annotations.Nullable;

/** Keeps {@link Organisation} up to date, as it is now and as it was, and what is to change in it. */
@ProcessingGroup("views")
public final class OrganisationProjection {
    private final OrganisationTable table;
    private final OrganisationFacts facts;
    private final Reorganisations reorganisations;

    public OrganisationProjection(OrganisationTable table, OrganisationFacts facts, Reorganisations reorganisations) {
        this.table = table;
        this.facts = facts;
        this.reorganisations = reorganisations;
    }

    @EventHandler
    void on(UnitEstablished event, @Timestamp Instant at) {
        holds(new KnownUnit(event.unit(), event.name(), event.parent(), event.size()), event.effectiveOn(), at);
    }

    @EventHandler
    void on(UnitChanged event, @Timestamp Instant at) {
        holds(new KnownUnit(event.unit(), event.name(), event.parent(), event.size()), event.effectiveOn(), at);
    }

    private void holds(KnownUnit unit, @Nullable LocalDate from, Instant at) {
        table.put(unit);
        facts.add(new Fact(unit.unit(), unit), day(at), from);
    }

    @EventHandler
    void on(UnitClosed event, @Timestamp Instant at) {
        table.remove(event.unit());
        facts.add(new Fact(event.unit(), null), day(at), event.effectiveOn());
    }

    @EventHandler
    void on(TeamEstablished event, @Timestamp Instant at) {
        holds(new KnownTeam(event.team(), event.name(), event.unit(), event.size()), event.effectiveOn(), at);
    }

    @EventHandler
    void on(TeamChanged event, @Timestamp Instant at) {
        holds(new KnownTeam(event.team(), event.name(), event.unit(), event.size()), event.effectiveOn(), at);
    }

    private void holds(KnownTeam team, @Nullable LocalDate from, Instant at) {
        table.put(team);
        facts.add(new Fact(team.team(), team), day(at), from);
    }

    @EventHandler
    void on(TeamClosed event, @Timestamp Instant at) {
        table.remove(event.team());
        facts.add(new Fact(event.team(), null), day(at), event.effectiveOn());
    }

    @EventHandler
    void on(GroupFormed event, @Timestamp Instant at) {
        holds(new KnownGroup(event.group(), event.teams()), at);
    }

    @EventHandler
    void on(GroupChanged event, @Timestamp Instant at) {
        holds(new KnownGroup(event.group(), event.teams()), at);
    }

    private void holds(KnownGroup group, Instant at) {
        table.put(group);
        facts.add(new Fact(group.group(), group), day(at), null);
    }

    @EventHandler
    void on(GroupDissolved event, @Timestamp Instant at) {
        table.remove(event.group());
        facts.add(new Fact(event.group(), null), day(at), null);
    }

    @EventHandler
    void on(ReorganisationPlanned event) {
        reorganisations.planned(event);
    }

    @EventHandler
    void on(ReorganisationTookEffect event, @Timestamp Instant at) {
        reorganisations.tookEffect(event, day(at));
    }

    @EventHandler
    void on(ReorganisationWithdrawn event) {
        reorganisations.withdrawn(event.reorganisation());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @ResetHandler
    void startAgain() {
        table.clear();
        facts.clear();
        reorganisations.clear();
    }
}
