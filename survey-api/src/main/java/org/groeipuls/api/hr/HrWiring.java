package org.groeipuls.api.hr;

import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.organisation.OrganisationTable;
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
    InstrumentResource.class,
    LinkResource.class,
    MailResource.class,
    PeopleResource.class,
    ProposalResource.class,
    OverviewResource.class,
    TextResource.class,
    ReferenceResource.class,
    ReferenceDesk.class
})
public class HrWiring {
    @Bean
    UnitTexts unitTexts(TextTable released, TextKeys keys, OrganisationTable organisation) {
        return new UnitTexts(released, keys, organisation);
    }

    @Bean
    GroupPeople groupPeople(People people, OrganisationTable organisation, PulseAgenda agenda) {
        return new GroupPeople(people, organisation, agenda);
    }
}
