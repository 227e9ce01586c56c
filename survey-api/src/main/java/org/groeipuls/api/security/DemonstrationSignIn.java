package org.groeipuls.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.groeipuls.roster.People;
import org.groeipuls.roster.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * The sign-in that a demonstration brings along: a name for each role, {@code lead-} and a team's id for each lead, and
 * everybody of the roster, who is an employee, and a lead too if they lead. The secret is the name with {@code -demo} behind it, which is why a demonstration listens on loopback only.
 */
@Configuration(proxyBeanMethods = false)
public class DemonstrationSignIn {
    private static final String AUDIENCE = "groeipuls";
    private static final String LEAD = "lead-";
    private static final List<Role> OFFICES =
            List.of(Role.HR, Role.ANALYST, Role.OPERATOR, Role.WORKS_COUNCIL, Role.DIRECTION);

    /** The roles of a demonstration's name; none for a name that nobody has. */
    static List<Role> rolesOf(String name, People people) {
        var office = OFFICES.stream().filter(role -> role.word().equals(name)).toList();
        return office.isEmpty() ? rolesInTheRoster(name, people) : office;
    }

    private static List<Role> rolesInTheRoster(String name, People people) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (name.startsWith(LEAD) && name.length() > LEAD.length() && name.length() <= 80) {
            roles.add(Role.LEAD);
        }
        if (!name.isBlank() && name.length() <= PersonId.LONGEST) {
            people.find(new PersonId(name)).ifPresent(person -> {
                roles.add(Role.EMPLOYEE);
                if (person.lead()) {
                    roles.add(Role.LEAD);
                }
            });
        }
        return List.copyOf(roles);
    }

    private static String secretOf(String name) {
        return "{noop}" + name + "-demo";
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(HttpSecurity http) {
        var server = new OAuth2AuthorizationServerConfigurer();
        return SecurityWiring.headers(http.securityMatcher(server.getEndpointsMatcher()))
                .with(server, own -> own.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .exceptionHandling(
                        wrong -> wrong.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    UserDetailsService demonstrationPeople(People people) {
        return name -> {
            var roles = rolesOf(name, people);
            if (roles.isEmpty()) {
                throw new UsernameNotFoundException("Nobody has this name in the demonstration");
            }
            return User.withUsername(name)
                    .password(secretOf(name))
                    .roles(roles.stream().map(Role::name).toArray(String[]::new))
                    .build();
        };
    }

    @Bean
    RegisteredClientRepository demonstrationClients(People people) {
        return new Clients(people);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> rolesInTokens(People people) {
        return context -> {
            var name = Objects.requireNonNull(context.<Authentication>getPrincipal())
                    .getName();
            var words = rolesOf(name, people).stream().map(Role::word).toList();
            if (!words.isEmpty()) {
                context.getClaims().audience(List.of(AUDIENCE)).claim(Roles.CLAIM, words);
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> demonstrationKeys() throws JOSEException {
        RSAKey key =
                new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder demonstrationTokens(JWKSource<SecurityContext> keys) {
        var decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(new JwtAudienceValidator(AUDIENCE)));
        return decoder;
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    /** A client for every name, with client credentials only. */
    private record Clients(People people) implements RegisteredClientRepository {
        @Override
        public void save(RegisteredClient client) {
            // Clients are made by their names; the framework's wish to store a secret in another encoding is passed
            // over.
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return findByClientId(id);
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String name) {
            if (rolesOf(name, people).isEmpty()) {
                return null;
            }
            return RegisteredClient.withId(name)
                    .clientId(name)
                    .clientSecret(secretOf(name))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .scope("groeipuls")
                    .clientSettings(ClientSettings.builder().build())
                    .tokenSettings(TokenSettings.builder()
                            .accessTokenTimeToLive(Duration.ofHours(1))
                            .build())
                    .build();
        }
    }
}
