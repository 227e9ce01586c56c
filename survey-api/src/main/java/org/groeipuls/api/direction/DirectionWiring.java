package org.groeipuls.api.direction;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({AnswerResource.class, GoalResource.class})
public class DirectionWiring {}
