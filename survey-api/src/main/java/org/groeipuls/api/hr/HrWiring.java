package org.groeipuls.api.hr;

import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.organisation.OrganisationTable;
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
    PeopleResource.class,
    ProposalResource.class,
    OverviewResource.class,
    TextResource.class,
    ReferenceResource.class,
    ReferenceDesk.class,
    BundleResource.class
})
public class HrWiring {
    @Bean
    UnitTexts unitTexts(TextTable released, TextKeys keys, OrganisationTable organisation) {
        return new UnitTexts(released, keys, organisation);
    }
}
