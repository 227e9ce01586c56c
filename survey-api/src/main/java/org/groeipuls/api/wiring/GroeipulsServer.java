package org.groeipuls.api.wiring;

import org.groeipuls.api.analyst.AnalystWiring;
import org.groeipuls.api.direction.DirectionWiring;
import org.groeipuls.api.employee.EmployeeWiring;
import org.groeipuls.api.followup.FollowUpWiring;
import org.groeipuls.api.hr.HrWiring;
import org.groeipuls.api.mail.MailWiring;
import org.groeipuls.api.operator.OperatorWiring;
import org.groeipuls.api.past.PastWiring;
import org.groeipuls.api.replay.ReplayWiring;
import org.groeipuls.api.security.SecurityWiring;
import org.groeipuls.api.teamlead.TeamLeadWiring;
import org.groeipuls.api.tree.TreeWiring;
import org.groeipuls.api.webhook.WebhookWiring;
import org.groeipuls.api.workscouncil.WorksCouncilWiring;
import org.groeipuls.pages.PagesWiring;
import org.groeipuls.pages.history.HistoryPagesWiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The server: everything it is made of stands here. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            // each would make a key, a token reader or a user of its own where nobody configured one
            OAuth2AuthorizationServerAutoConfiguration.class,
            OAuth2AuthorizationServerJwtAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties(Settings.class)
@Import({
    HistoryWiring.class,
    BoxWiring.class,
    SurveyWiring.class,
    RosterWiring.class,
    WebWiring.class,
    OpenApiWiring.class,
    SecurityWiring.class,
    DemonstrationWiring.class,
    HrWiring.class,
    WorksCouncilWiring.class,
    TeamLeadWiring.class,
    EmployeeWiring.class,
    AnalystWiring.class,
    MailWiring.class,
    OperatorWiring.class,
    WebhookWiring.class,
    TreeWiring.class,
    ProofWiring.class,
    DirectionWiring.class,
    FollowUpWiring.class,
    PagesWiring.class,
    HistoryPagesWiring.class,
    ReplayWiring.class,
    PastWiring.class
})
public class GroeipulsServer {
    /** Starts the server and leaves it running; arguments are Spring's, such as {@code --server.port=0}. */
    public static ConfigurableApplicationContext start(String... arguments) {
        System.setProperty("axon.update-check.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        return SpringApplication.run(GroeipulsServer.class, arguments);
    }

    public static void main(String[] arguments) {
        start(arguments);
    }
}
