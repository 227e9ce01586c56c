package org.groeipuls.roster;

/**
 * How large a team, or the group of a unit's own leads, was before an import.
 *
 * @param team whether {@code id} is a team's; a unit's otherwise
 * @param counted whether the size was the number of people whom the roster had there, and not one set by hand
 */
public record KeptSize(boolean team, String id, int size, boolean counted) {}
