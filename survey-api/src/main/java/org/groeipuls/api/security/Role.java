package org.groeipuls.api.security;

import java.util.Locale;

/** What somebody may do here; the words stand in the {@code roles} claim of their token. */
public enum Role {
    EMPLOYEE,
    LEAD,
    HR,
    ANALYST,
    WORKS_COUNCIL,
    OPERATOR;

    /** The role as it stands in a token, such as {@code works-council}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role as an authority. */
    public String authority() {
        return "ROLE_" + name();
    }
}
