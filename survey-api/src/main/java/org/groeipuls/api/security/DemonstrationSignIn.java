package org.groeipuls.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
 * The sign-in that a demonstration brings along: a name for each role, and {@code lead-} and a team's id for each lead.
 * The secret is the name with {@code -demo} behind it, which is why a demonstration listens on loopback only.
 */
@Configuration(proxyBeanMethods = false)
public class DemonstrationSignIn {
    private static final String AUDIENCE = "groeipuls";
    private static final String LEAD = "lead-";

    /** The role of a demonstration's name; empty for a name that nobody has. */
    static Optional<Role> roleOf(String name) {
        if (name.startsWith(LEAD) && name.length() > LEAD.length() && name.length() <= 80) {
            return Optional.of(Role.LEAD);
        }
        return List.of(Role.HR, Role.ANALYST, Role.OPERATOR, Role.WORKS_COUNCIL).stream()
                .filter(role -> role.word().equals(name))
                .findFirst();
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
    UserDetailsService demonstrationPeople() {
        return name -> roleOf(name)
                .map(role -> User.withUsername(name)
                        .password(secretOf(name))
                        .roles(role.name())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("Nobody has this name in the demonstration"));
    }

    @Bean
    RegisteredClientRepository demonstrationClients() {
        return new Clients();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> rolesInTokens() {
        return context -> {
            var name = Objects.requireNonNull(context.<Authentication>getPrincipal())
                    .getName();
            roleOf(name)
                    .ifPresent(role ->
                            context.getClaims().audience(List.of(AUDIENCE)).claim(Roles.CLAIM, List.of(role.word())));
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
    private static final class Clients implements RegisteredClientRepository {
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
            return roleOf(name)
                    .map(role -> RegisteredClient.withId(name)
                            .clientId(name)
                            .clientSecret(secretOf(name))
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .scope("groeipuls")
                            .clientSettings(ClientSettings.builder().build())
                            .tokenSettings(TokenSettings.builder()
                                    .accessTokenTimeToLive(Duration.ofHours(1))
                                    .build())
                            .build())
                    .orElse(null);
        }
    }
}
