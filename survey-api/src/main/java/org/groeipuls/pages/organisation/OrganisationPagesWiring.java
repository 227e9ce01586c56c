package org.groeipuls.pages.organisation;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The page on the organisation. Needs the overview, goals, bundles and earlier days. */
@Configuration(proxyBeanMethods = false)
@Import(OrganisationPage.class)
public class OrganisationPagesWiring {}
