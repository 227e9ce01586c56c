package org.groeipuls.release;

import java.util.SortedSet;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;

/**
 * Which groups were counted together, and whether their figures are released. A block that is not released says nothing
 * of how many answers it had.
 */
public record BlockOutline(String block, UnitId unit, SortedSet<GroupId> groups, boolean released) {}
