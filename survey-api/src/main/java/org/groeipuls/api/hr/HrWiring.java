package org.groeipuls.api.hr;

import java.time.InstantSource;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.Together;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.roster.People;
import org.groeipuls.theme.TextTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({
    PulseResource.class,
    OrganisationResource.class,
    ReorganisationResource.class,
    InstrumentResource.class,
    LinkResource.class,
    MailResource.class,
    PeopleResource.class,
    PersonResource.class,
    PeopleDesk.class,
    ProposalResource.class,
    OverviewResource.class,
    TextResource.class,
    ReferenceResource.class,
    ReferenceDesk.class,
    BundleResource.class
})
public class HrWiring {
    @Bean
    ReorganisationDesk reorganisationDesk(
            Commands commands,
            Together together,
            OrganisationTable organisation,
            Reorganisations reorganisations,
            TeamLeads leads,
            InstantSource surveyClock) {
        return new ReorganisationDesk(commands, together, organisation, reorganisations, leads, surveyClock);
    }

    @Bean
    UnitTexts unitTexts(TextTable released, TextKeys keys, OrganisationTable organisation) {
        return new UnitTexts(released, keys, organisation);
    }

    @Bean
    GroupPeople groupPeople(People people, OrganisationTable organisation, PulseAgenda agenda) {
        return new GroupPeople(people, organisation, agenda);
    }
}
