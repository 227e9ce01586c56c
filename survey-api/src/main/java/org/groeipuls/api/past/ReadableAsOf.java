package org.groeipuls.api.past;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this reads can also be asked for as it was known at the end of a day before today: {@code ?asOf=2026-06-30}. The
 * resource itself does the same either way; its views and its clock are then those of that day.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadableAsOf {}
