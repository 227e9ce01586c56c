package org.groeipuls.api.teamlead;

import java.security.SecureRandom;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.MirrorKeys;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.reflection.ReflectionTable;
import org.groeipuls.roster.LeadKeys;
import org.groeipuls.roster.People;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.trend.Trends;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({
    TrendResource.class,
    ResultResource.class,
    OwnResultResource.class,
    InterventionResource.class,
    InterventionDesk.class,
    ActionResource.class,
    PointResource.class,
    MirrorResource.class
})
public class TeamLeadWiring {
    @Bean
    MirrorDesk mirrorDesk(
            TeamAccess access,
            People people,
            PulseAgenda agenda,
            InstrumentShelf shelf,
            LeadKeys leadKeys,
            MirrorKeys mirrorKeys,
            ReflectionTable reflections,
            TeamLeads leads,
            Trends trends,
            Calibrations calibrations,
            Programmes programmes,
            Commands commands) {
        return new MirrorDesk(
                new MirrorPlaces(access, people, agenda, shelf, programmes::asksLeaders),
                new MirrorReader(leadKeys, mirrorKeys, reflections, leads, trends, calibrations),
                leadKeys,
                mirrorKeys,
                commands,
                new SecureRandom());
    }
}
