package org.groeipuls.pages.operator;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The operator's page. Needs the operator's desk, rebuilds and webhooks. */
@Configuration(proxyBeanMethods = false)
@Import(OperatorPage.class)
public class OperatorPagesWiring {}
