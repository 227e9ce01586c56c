package org.groeipuls.api.security;

import java.util.Locale;
import org.springframework.security.core.Authentication;

/** What somebody may do here; the words stand in the {@code roles} claim of their token. */
public enum Role {
    EMPLOYEE,
    LEAD,
    HR,
    ANALYST,
    WORKS_COUNCIL,
    DIRECTION,
    OPERATOR;

    /** The role as it stands in a token, such as {@code works-council}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role as an authority. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** Whether somebody has it. */
    public boolean heldBy(Authentication who) {
        return who.getAuthorities().stream().anyMatch(granted -> authority().equals(granted.getAuthority()));
    }
}
