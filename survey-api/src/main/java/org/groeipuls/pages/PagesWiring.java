package org.groeipuls.pages;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.employee.TicketOffice;
import org.groeipuls.api.followup.ActionDesk;
import org.groeipuls.api.followup.ActionDesk.Tally;
import org.groeipuls.api.followup.ActionDesk.ToldAction;
import org.groeipuls.api.followup.BundleDesk;
import org.groeipuls.api.followup.BundleDesk.ToldBundle;
import org.groeipuls.api.followup.PointDesk;
import org.groeipuls.api.followup.PointDesk.OwnPoint;
import org.groeipuls.api.mail.LinkDesk;
import org.groeipuls.api.security.Role;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.roster.PersonId;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.TeamId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Which classes make up the pages. Needs the tables of agenda, shelf, organisation and trend, a
 * {@link org.groeipuls.api.security.TeamAccess}, the employees' ticket office and HR's unit texts.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    StartPage.class,
    SignInPage.class,
    AnswerPage.class,
    InboxPage.class,
    CouncilPage.class,
    DashboardPage.class,
    InterventionsPage.class,
    LearningPage.class,
    MirrorPage.class,
    TextsPage.class,
    MethodPage.class,
    ReferencesPage.class,
    ActionsPage.class,
    DevelopmentPage.class,
    CardsPage.class
})
public class PagesWiring {
    /** The wall clock of those who read the pages. */
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Bean
    static SpringTemplateEngine pageTemplates() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/pages/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        templates.setCheckExistence(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.addMessageResolver(new BundleMessages());
        return engine;
    }

    @Bean
    static Pages pages(SpringTemplateEngine engine) {
        return new Pages(engine, ZONE);
    }

    /** @param path of an HTML file; empty when there is none */
    @Bean
    static AttackReport attackReport(@Value("${groeipuls.attack-report:}") String path) {
        return new AttackReport(path.isEmpty() ? null : Path.of(path));
    }

    @Bean
    static AskedPulses askedPulses(PulseAgenda agenda, InstrumentShelf shelf, OrganisationTable organisation) {
        return new AskedPulses(agenda, shelf, organisation);
    }

    @Bean
    static FollowUp followUp(ActionDesk actions, PointDesk points, BundleDesk bundles) {
        return new FollowUp() {
            @Override
            public List<ToldAction> actions(Authentication who) {
                return actions.ofMember(who);
            }

            @Override
            public List<OwnPoint> points(Authentication who) {
                return points.ofMember(who);
            }

            @Override
            public List<ToldBundle> answers() {
                return bundles.answered();
            }

            @Override
            public Tally tally(Collection<TeamId> teams) {
                return actions.tally(teams);
            }
        };
    }

    @Bean
    static CardCodes cardCodes(LinkDesk desk) {
        return desk::handOut;
    }

    /** Only employees are asked; others find an empty inbox. */
    @Bean
    static OwnPulses ownPulses(TicketOffice office) {
        return who -> who.getAuthorities().stream()
                        .noneMatch(granted -> Role.EMPLOYEE.authority().equals(granted.getAuthority()))
                ? List.of()
                : office.waiting(new PersonId(who.getName())).stream()
                        .map(waiting -> new OwnPulses.Mine(waiting.pulse(), waiting.group(), waiting.people()))
                        .toList();
    }
}
