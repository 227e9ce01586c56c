package org.groeipuls.api.teamlead;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({
    TrendResource.class,
    ResultResource.class,
    InterventionResource.class,
    InterventionDesk.class,
    ActionResource.class,
    PointResource.class
})
public class TeamLeadWiring {}
