package org.groeipuls.api.employee;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({BallotResource.class})
public class EmployeeWiring {}
