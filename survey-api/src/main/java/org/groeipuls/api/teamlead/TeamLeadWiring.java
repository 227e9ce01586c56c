package org.groeipuls.api.teamlead;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({TrendResource.class, InterventionResource.class, InterventionDesk.class})
public class TeamLeadWiring {}
