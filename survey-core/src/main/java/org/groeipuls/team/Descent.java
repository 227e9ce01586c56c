package org.groeipuls.team;

/**
 * People of one team who are another team's from a change on.
 *
 * @param from the team that they were in
 * @param to the team that they are in; the same one for those who stay when a team is split
 * @param people how many, 0 or more
 */
public record Descent(TeamId from, TeamId to, int people) {}
