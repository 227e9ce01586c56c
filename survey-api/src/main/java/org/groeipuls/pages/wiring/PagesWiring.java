package org.groeipuls.pages.wiring;

import java.nio.file.Path;
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
import org.groeipuls.api.problem.ErrorResource;
import org.groeipuls.api.security.Role;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.BundleMessages;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.NothingThere;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.StaticFiles;
import org.groeipuls.pages.answer.AnswerPage;
import org.groeipuls.pages.answer.AskedPulses;
import org.groeipuls.pages.answer.InboxPage;
import org.groeipuls.pages.answer.OwnPulses;
import org.groeipuls.pages.council.AttackReport;
import org.groeipuls.pages.council.CouncilPage;
import org.groeipuls.pages.followup.FollowUp;
import org.groeipuls.pages.history.HistoryPagesWiring;
import org.groeipuls.pages.hr.CardCodes;
import org.groeipuls.pages.hr.CardsPage;
import org.groeipuls.pages.hr.HrPagesWiring;
import org.groeipuls.pages.operator.OperatorPagesWiring;
import org.groeipuls.pages.organisation.DevelopmentPage;
import org.groeipuls.pages.organisation.OrganisationPagesWiring;
import org.groeipuls.pages.organisation.ReferencesPage;
import org.groeipuls.pages.organisation.TextsPage;
import org.groeipuls.pages.start.MethodPage;
import org.groeipuls.pages.start.SignInPage;
import org.groeipuls.pages.start.StartPage;
import org.groeipuls.pages.team.ActionsPage;
import org.groeipuls.pages.team.ConversationPage;
import org.groeipuls.pages.team.DashboardPage;
import org.groeipuls.pages.team.GroupLooks;
import org.groeipuls.pages.team.InterventionsPage;
import org.groeipuls.pages.team.LearningPage;
import org.groeipuls.pages.team.MirrorPage;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.PersonId;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.TeamId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
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
    ConversationPage.class,
    GroupLooks.class,
    InterventionsPage.class,
    LearningPage.class,
    MirrorPage.class,
    TextsPage.class,
    MethodPage.class,
    ReferencesPage.class,
    ActionsPage.class,
    DevelopmentPage.class,
    CardsPage.class,
    HrPagesWiring.class,
    OrganisationPagesWiring.class,
    OperatorPagesWiring.class,
    HistoryPagesWiring.class,
    StaticFiles.class,
    NothingThere.class
})
public class PagesWiring {
    @Bean
    public static SpringTemplateEngine pageTemplates() {
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
        return new Pages(engine, Pages.ZONE);
    }

    /** What is not there and what is not for somebody looks the same. */
    @Bean
    static ErrorResource.Notices notices(Pages pages) {
        return (status, path, request) -> pages.notice(
                status,
                status == HttpStatus.FORBIDDEN || status == HttpStatus.NOT_FOUND ? "not-here" : "not-now",
                // two slashes would lead to another server
                path.startsWith("//") ? "/" : path,
                pages.words(Language.of(request)));
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
            public List<ToldAction> agreed(TeamId team, Authentication who) {
                return actions.seen(team, who).orElse(List.of());
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
    static OwnPulses ownPulses(TicketOffice office, Invitations invitations) {
        return who -> who.getAuthorities().stream()
                        .noneMatch(granted -> Role.EMPLOYEE.authority().equals(granted.getAuthority()))
                ? List.of()
                : asking(new PersonId(who.getName()), office, invitations);
    }

    private static List<OwnPulses.Mine> asking(PersonId who, TicketOffice office, Invitations invitations) {
        return office.waiting(who).stream()
                .flatMap(waiting -> invitations.holderMark(waiting.pulse(), who).stream()
                        .map(mark -> new OwnPulses.Mine(waiting.pulse(), waiting.group(), waiting.people(), mark)))
                .toList();
    }
}
