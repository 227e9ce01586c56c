package org.groeipuls.api.mail;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.api.operator.Clockwork;
import org.groeipuls.api.operator.OperatorDesk.LetterCount;
import org.groeipuls.calendar.Outlook;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.People;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What letters are made with. Codes come from the boxes through {@link Links}, which knows nobody; who gets one is known
 * here only, and no box can be reached from there.
 */
@Configuration(proxyBeanMethods = false)
public class MailWiring {
    private static final String PATIENCE = "10000";

    @Bean
    Links links(@Qualifier("ballotCommands") CommandGateway ballots, PulseAgenda agenda) {
        return new BoxLinks(ballots, agenda);
    }

    @Bean
    LinkDesk linkDesk(Links links, JdbcClient jdbc, PulseAgenda agenda, InstantSource clock, Clockwork clockwork) {
        return new LinkDesk(links, new LinkWays(jdbc), agenda, clock, new PromptBoxes(clockwork::tick));
    }

    @Bean
    MonthlyLeads monthlyLeads(Programmes programmes, Outlook outlook, OrganisationTable organisation, TeamLeads leads) {
        return new MonthlyLeads(programmes, outlook, organisation, leads);
    }

    /** Holds data of people, and forgets when somebody is erased. */
    @Bean
    MailErasure mailErasure() {
        return new MailErasure();
    }

    @Bean
    MailPlans mailPlans(JdbcClient jdbc) {
        return new MailPlans(jdbc);
    }

    /** Letters of this house, with a mail server or without. */
    record Letters(
            Outbox outbox,
            Refusals refusals,
            MailPlans plans,
            LinkWays ways,
            SealedLinks links,
            Delivery delivery,
            MonthlyOutbox monthly,
            MonthlyMail question) {}

    @Bean
    Letters letters(
            MailSettings settings,
            ObjectProvider<JavaMailSenderImpl> servers,
            Links links,
            FileVault vault,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PulseAgenda agenda,
            InstrumentShelf shelf,
            People people,
            MonthlyLeads leads,
            MailPlans plans,
            InstantSource clock) {
        var template = new TransactionTemplate(transactions);
        var outbox = new Outbox(jdbc, template);
        var refusals = new Refusals(jdbc);
        var ways = new LinkWays(jdbc);
        var sealed = new SealedLinks(jdbc, template, ways, links, vault.mailKeys());
        var server = servers.getIfAvailable();
        var post = server == null ? null : post(server, settings, clock);
        var silence = new Silence();
        var delivery = new Delivery(
                post, outbox, refusals, sealed, new LetterWriter(settings), agenda, shelf, people, silence, clock);
        var monthly = new MonthlyOutbox(jdbc);
        var question =
                new MonthlyMail(post, monthly, leads, new MonthlyWriter(settings), refusals, people, silence, clock);
        return new Letters(outbox, refusals, plans, ways, sealed, delivery, monthly, question);
    }

    /** A server that does not answer is given up after a while; who says otherwise is heard. */
    private static Post post(JavaMailSenderImpl server, MailSettings settings, InstantSource clock) {
        settings.requireComplete();
        var properties = server.getJavaMailProperties();
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.putIfAbsent("mail.smtp." + limit, PATIENCE);
            properties.putIfAbsent("mail.smtps." + limit, PATIENCE);
        }
        return new SmtpPost(server, settings, clock, new SecureRandom());
    }

    @Bean
    Postman postman(
            Letters letters,
            MailSettings settings,
            PulseAgenda agenda,
            Invitations invitations,
            People people,
            InstantSource clock) {
        var planner = new LetterPlanner(
                letters.delivery().on(),
                agenda,
                invitations,
                letters.outbox(),
                letters.plans(),
                letters.ways(),
                letters.links(),
                clock);
        return new Postman(
                planner,
                letters.delivery(),
                letters.question(),
                new BounceBox(settings.bounces(), letters.refusals(), people, clock));
    }

    @Bean
    MailDesk mailDesk(Letters letters, PulseAgenda agenda, InstantSource clock, Clockwork clockwork) {
        return new MailDesk(
                letters.delivery(),
                letters.outbox(),
                letters.monthly(),
                letters.refusals(),
                letters.plans(),
                letters.ways(),
                letters.links(),
                agenda,
                clock,
                new PromptBoxes(clockwork::tick));
    }

    @Bean
    LetterCount letterCount(MailDesk desk) {
        return () -> desk.overview().together();
    }
}
