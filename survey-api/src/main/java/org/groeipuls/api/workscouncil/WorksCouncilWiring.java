package org.groeipuls.api.workscouncil;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources for the works council. */
@Configuration(proxyBeanMethods = false)
@Import({CouncilKeyResource.class, SharesResource.class, InvitedResource.class})
public class WorksCouncilWiring {}
