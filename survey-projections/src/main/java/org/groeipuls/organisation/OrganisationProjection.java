package org.groeipuls.organisation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.team.GroupEvent.GroupChanged;
import org.groeipuls.team.GroupEvent.GroupFormed;
import org.groeipuls.team.TeamEvent.TeamChanged;
import org.groeipuls.team.TeamEvent.TeamEstablished;
import org.groeipuls.team.UnitEvent.UnitChanged;
import org.groeipuls.team.UnitEvent.UnitEstablished;

/** Keeps {@link Organisation} up to date. */
@ProcessingGroup("views")
public final class OrganisationProjection {
    private final OrganisationTable table;

    public OrganisationProjection(OrganisationTable table) {
        this.table = table;
    }

    @EventHandler
    void on(UnitEstablished event) {
        table.put(new KnownUnit(event.unit(), event.name(), event.parent(), event.size()));
    }

    @EventHandler
    void on(UnitChanged event) {
        table.put(new KnownUnit(event.unit(), event.name(), event.parent(), event.size()));
    }

    @EventHandler
    void on(TeamEstablished event) {
        table.put(new KnownTeam(event.team(), event.name(), event.unit(), event.size()));
    }

    @EventHandler
    void on(TeamChanged event) {
        table.put(new KnownTeam(event.team(), event.name(), event.unit(), event.size()));
    }

    @EventHandler
    void on(GroupFormed event) {
        table.put(new KnownGroup(event.group(), event.teams()));
    }

    @EventHandler
    void on(GroupChanged event) {
        table.put(new KnownGroup(event.group(), event.teams()));
    }

    @ResetHandler
    void startAgain() {
        table.clear();
    }
}
