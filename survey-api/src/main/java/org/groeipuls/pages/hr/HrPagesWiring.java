package org.groeipuls.pages.hr;

import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.hr.ProgrammeDesk;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.pages.Pages;
import org.groeipuls.roster.People;
import org.groeipuls.roster.TeamLeads;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which classes make up the pages of HR. Needs the pages, HR's desks and the tables that they read. */
@Configuration(proxyBeanMethods = false)
@Import({
    HomePage.class,
    NewPulsePage.class,
    PulsesPage.class,
    PeoplePage.class,
    OrganisationPage.class,
    ReorganisationPage.class,
    GroupsPage.class,
    InstrumentsPage.class,
    ProgrammesPage.class
})
public class HrPagesWiring {
    @Bean
    static Attention attention(
            OrganisationTable organisation,
            People people,
            TeamLeads leads,
            PulseAgenda agenda,
            ProgrammeDesk programmes,
            Reorganisations reorganisations,
            MailDesk mails) {
        return new Attention(organisation, people, leads, agenda, programmes, reorganisations, mails);
    }

    @Bean
    static Room hrRoom(Pages pages, MessageSource texts, Commands commands) {
        return new Room(pages, texts, commands);
    }
}
