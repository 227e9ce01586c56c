package org.groeipuls.api.hr;

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
    TextResource.class,
    ReferenceResource.class,
    ReferenceDesk.class
})
public class HrWiring {}
