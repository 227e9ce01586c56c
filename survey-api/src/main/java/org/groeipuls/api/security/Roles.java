package org.groeipuls.api.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Reads roles from a claim; words that are no role here give nothing. */
final class Roles {
    static final String CLAIM = "roles";

    private Roles() {}

    static Collection<GrantedAuthority> of(List<String> words) {
        return Arrays.stream(Role.values())
                .filter(role -> Set.copyOf(words).contains(role.word()))
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }
}
