package org.groeipuls.instrument;

import java.util.Set;

/**
 * The constructs whose statements are about one person: what the leader of a group does, and what that leader says. Their
 * results only that leader and the group see, and others in units of at least three leads (anonymity, R10).
 */
public final class AboutLeaders {
    private static final Set<String> CONSTRUCTS = Set.of("leader-role-modelling", "vision");

    private AboutLeaders() {}

    /** Whether a construct is about the leader of the group that is asked. */
    public static boolean include(String construct) {
        return CONSTRUCTS.contains(construct);
    }
}
