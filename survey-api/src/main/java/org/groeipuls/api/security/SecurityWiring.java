package org.groeipuls.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.past.Then;
import org.groeipuls.api.problem.BodyLimits;
import org.groeipuls.api.problem.Problems;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Origins;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.organisation.Unchanged;
import org.groeipuls.roster.People;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.TeamId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.util.UriComponentsBuilder;

/** Who may come in where: tokens on the API, a session on the pages, nothing anywhere else. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
public class SecurityWiring {
    static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    @Bean
    TeamAccess teamAccess(
            TeamLeads leads,
            Membership members,
            OrganisationTable organisation,
            PulseAgenda agenda,
            Reorganisations reorganisations,
            InstantSource clock) {
        // what a group is today counts, also for whoever reads an earlier day
        Function<TeamId, Unchanged> groups = team -> Then.now(() -> {
            var now = organisation.read();
            var origins = new Origins(agenda, null, now, reorganisations.descents(), leads::same);
            return now.groupOf(team).map(origins::unchanged).orElse(Unchanged.NEVER);
        });
        return new RosterTeamAccess(leads, members, groups, clock);
    }

    @Bean
    Membership membership(People people) {
        return new Membership(people);
    }

    /** Whoever sends a ballot is not asked who they are, and not heard when they say it. */
    @Bean
    @Order(2)
    SecurityFilterChain ballotChain(HttpSecurity http, Problems problems) {
        return withoutSession(http.securityMatcher("/api/v1/ballots/**"), problems)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/v1/ballots", "/api/v1/ballots/form")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .anonymous(nobody -> nobody.disable())
                .exceptionHandling(wrong -> wrong.authenticationEntryPoint(new ProblemSecurity(problems)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiChain(HttpSecurity http, ObjectProvider<JwtDecoder> decoders, Problems problems) {
        var tokens = decoders.getIfAvailable();
        if (tokens == null) {
            throw new IllegalStateException(
                    "Nobody could sign in: set spring.security.oauth2.resourceserver.jwt.issuer-uri to the address of"
                            + " your identity provider (or groeipuls.demonstration=true to look around)");
        }
        var no = new ProblemSecurity(problems);
        var roles = new JwtAuthenticationConverter();
        roles.setJwtGrantedAuthoritiesConverter(token -> {
            var words = token.getClaimAsStringList(Roles.CLAIM);
            return Roles.of(words == null ? List.of() : words);
        });
        return withoutSession(http.securityMatcher("/api/**"), problems)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/openapi", "/api/v1/openapi.yaml")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/pulses/*", "/api/v1/pulses/*/keys")
                        .permitAll()
                        .requestMatchers("/api/v1/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(no)
                        .accessDeniedHandler(no)
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(roles)))
                .exceptionHandling(wrong -> wrong.authenticationEntryPoint(no).accessDeniedHandler(no))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            ObjectProvider<ClientRegistrationRepository> providers,
            ObjectProvider<DemonstrationSignIn> demonstration,
            Problems problems) {
        headers(http)
                .addFilterAfter(new BodyLimits(problems), HeaderWriterFilter.class)
                // whoever signed out is not to be known again by an old number
                .logout(leaving -> leaving.deleteCookies("JSESSIONID")
                        .logoutSuccessHandler(
                                (request, response, who) -> response.sendRedirect(inLanguage("/signed-out", request))))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/",
                                "/answer/**",
                                "/promise",
                                "/signed-out",
                                "/method",
                                "/static/**",
                                "/favicon.ico",
                                "/error")
                        .permitAll()
                        .requestMatchers("/login")
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/dashboard/**",
                                "/dashboard",
                                "/inbox",
                                "/teams/*/interventions",
                                "/teams/*/learning",
                                "/teams/*/conversation",
                                "/teams/*/conversation/*",
                                "/teams/*/mirror/*")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/teams/*/actions", "/development")
                        .authenticated()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/teams/*/actions",
                                "/teams/*/actions/*/removal",
                                "/teams/*/development-points",
                                "/teams/*/development-points/*/removal",
                                "/development/bundles",
                                "/development/bundles/*/answer",
                                "/development/goals")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/council", "/council/**")
                        .hasAuthority(Role.WORKS_COUNCIL.authority())
                        .requestMatchers(HttpMethod.GET, "/texts", "/texts/*", "/references")
                        .hasAnyAuthority(Role.HR.authority(), Role.ANALYST.authority())
                        .requestMatchers(HttpMethod.GET, "/organisation")
                        .hasAnyAuthority(Role.HR.authority(), Role.ANALYST.authority(), Role.DIRECTION.authority())
                        .requestMatchers(HttpMethod.GET, "/operator")
                        .hasAuthority(Role.OPERATOR.authority())
                        .requestMatchers(
                                HttpMethod.POST,
                                "/operator/rebuilds",
                                "/operator/clock",
                                "/operator/webhooks/*/deliveries/*/retry")
                        .hasAuthority(Role.OPERATOR.authority())
                        .requestMatchers(
                                HttpMethod.GET,
                                "/history/proofs",
                                "/history/proofs/heads.json",
                                "/history/proofs/key.json")
                        .hasAnyAuthority(Role.ANALYST.authority(), Role.WORKS_COUNCIL.authority())
                        .requestMatchers(HttpMethod.POST, "/history/proofs/heads")
                        .hasAnyAuthority(Role.ANALYST.authority(), Role.WORKS_COUNCIL.authority())
                        .requestMatchers(HttpMethod.GET, "/history", "/history/**", "/replays", "/replays/**")
                        .hasAuthority(Role.ANALYST.authority())
                        .requestMatchers(
                                HttpMethod.POST,
                                "/replays",
                                "/replays/*/cancel",
                                "/replays/*/removal",
                                "/replays/*/adoption")
                        .hasAuthority(Role.ANALYST.authority())
                        .requestMatchers("/hr", "/hr/**", "/pulses/*/cards")
                        .hasAuthority(Role.HR.authority())
                        .requestMatchers(HttpMethod.POST, "/inbox/*/tickets")
                        .authenticated()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/teams/*/interventions",
                                "/teams/*/interventions/*/withdrawal",
                                "/teams/*/learning",
                                "/teams/*/mirror/*",
                                "/teams/*/mirror/*/share")
                        .authenticated()
                        .requestMatchers("/logout")
                        .authenticated()
                        .anyRequest()
                        .denyAll());
        if (demonstration.getIfAvailable() != null) {
            http.formLogin(form -> form.loginPage("/login")
                            .successHandler(askedPage())
                            .failureHandler((request, response, wrong) ->
                                    response.sendRedirect(inLanguage("/login?error", request)))
                            .permitAll())
                    .exceptionHandling(nobody -> nobody.authenticationEntryPoint(
                            (request, response, why) -> response.sendRedirect(inLanguage("/login", request))));
        } else if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.userInfoEndpoint(user -> user.userAuthoritiesMapper(given -> given.stream()
                    .filter(OidcUserAuthority.class::isInstance)
                    .map(OidcUserAuthority.class::cast)
                    .flatMap(oidc -> {
                        var words = oidc.getIdToken().getClaimAsStringList(Roles.CLAIM);
                        return Roles.of(words == null ? List.of() : words).stream();
                    })
                    .toList())));
        }
        return http.build();
    }

    /** An address in the language that was asked for, where one was. */
    private static String inLanguage(String path, HttpServletRequest request) {
        var language = request.getParameter("lang");
        return "nl".equals(language) || "en".equals(language)
                ? UriComponentsBuilder.fromUriString(path)
                        .replaceQueryParam("lang", language)
                        .build()
                        .toUriString()
                : path;
    }

    /** Signing in leads to the page that was asked for, or to the start, in the language of the form. */
    private static AuthenticationSuccessHandler askedPage() {
        var next = new SavedRequestAwareAuthenticationSuccessHandler();
        next.setRedirectStrategy((request, response, url) -> response.sendRedirect(inLanguage(url, request)));
        return next;
    }

    private static HttpSecurity withoutSession(HttpSecurity http, Problems problems) {
        return headers(http)
                .addFilterAfter(new BodyLimits(problems), HeaderWriterFilter.class)
                .headers(headers ->
                        headers.addHeaderWriter(new StaticHeadersWriter(Problems.VERSION_HEADER, Problems.VERSION)))
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    static HttpSecurity headers(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")));
    }
}
