package org.groeipuls.api.operator;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({ClockResource.class})
public class OperatorWiring {}
