package org.groeipuls.api.wiring;

import com.fasterxml.jackson.databind.module.SimpleModule;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.groeipuls.api.past.ReadingAsOf;
import org.groeipuls.api.problem.Problem;
import org.groeipuls.api.problem.Problems;
import org.groeipuls.team.OrganisationChange;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the published interface (docs/openapi.yaml) says beyond what is read from the resources. */
@Configuration(proxyBeanMethods = false)
class OpenApiWiring {
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final Set<String> OPEN = Set.of(
            "post /api/v1/ballots",
            "delete /api/v1/ballots",
            "post /api/v1/ballots/form",
            "get /api/v1/pulses/{pulse}",
            "get /api/v1/pulses/{pulse}/keys");

    @Bean
    OpenAPI published() {
        return new OpenAPI()
                .info(new Info()
                        .title("Groeipuls")
                        .version(Problems.VERSION)
                        .description("Short, anonymous pulse surveys. A parameter that is not named here is refused"
                                + " (400). Every no is a problem (RFC 9457) in Dutch or English, as Accept-Language"
                                + " asks.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description(
                                                "A token of your sign-in with audience groeipuls and claim roles")));
    }

    /** Types are read as they are written: by their own names, and with what is always there. */
    @Bean
    ModelResolver types(ObjectMapperProvider mappers) {
        var mapper = mappers.jsonMapper().copy().registerModule(new SimpleModule() {
            @Override
            public void setupModule(SetupContext context) {
                context.insertAnnotationIntrospector(new AlwaysThere());
            }
        });
        return new ModelResolver(mapper, new SchemaNames()).openapi31(true);
    }

    /** Adds to every operation a lasting name, how it says no, and to all but the open ones that a token is needed. */
    @Bean
    OpenApiCustomizer everyOperation() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            var schemas = new PublishedSchemas(api);
            schemas.kinds(OrganisationChange.class);
            schemas.leftOut(api.getPaths().values());
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) ->
                                    describe(method.name().toLowerCase(Locale.ROOT) + " " + path, operation)));
        };
    }

    /** The day as of which something can be read is a parameter of the request and of no method. */
    @Bean
    OperationCustomizer readableAsOf() {
        return (operation, handler) -> {
            if (ReadingAsOf.readable(handler)) {
                operation.addParametersItem(new QueryParameter()
                        .name(ReadingAsOf.PARAMETER)
                        .description("As it was known at the end of this day, before today (UTC); now when absent")
                        .schema(new StringSchema().format("date")));
            }
            return operation;
        };
    }

    private static void describe(String called, Operation operation) {
        operation.setOperationId(
                called.replace("/api/v1/", "").replaceAll("\\W+", "-").replaceAll("-$", ""));
        operation.setTags(List.of(called.split("/")[3]));
        Successes.tell(called, operation);
        operation.getResponses().addApiResponse("default", refusal());
        if (!OPEN.contains(called)) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        }
    }

    private static ApiResponse refusal() {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("Refused; the type names the rule")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
