package org.groeipuls.api.hr;

import java.time.InstantSource;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.api.mail.MailPlans;
import org.groeipuls.api.operator.ComingPulses;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.Together;
import org.groeipuls.calendar.Outlook;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.programme.Recurrence;
import org.groeipuls.roster.People;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.signal.Signals;
import org.groeipuls.theme.TextTable;
import org.groeipuls.trend.OutcomeTable;
import org.groeipuls.trend.Trends;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({
    IssuingDesk.class,
    OrganisationDesk.class,
    ProposalDesk.class,
    ProgrammeDesk.class,
    PulseResource.class,
    ProgrammeResource.class,
    OrganisationResource.class,
    ReorganisationResource.class,
    InstrumentResource.class,
    LinkResource.class,
    MailResource.class,
    PeopleResource.class,
    PersonResource.class,
    PeopleDesk.class,
    ProposalResource.class,
    OverviewResource.class,
    TextResource.class,
    ReferenceResource.class,
    ReferenceDesk.class,
    BundleResource.class
})
public class HrWiring {
    @Bean
    ReorganisationDesk reorganisationDesk(
            Commands commands,
            Together together,
            OrganisationTable organisation,
            Reorganisations reorganisations,
            TeamLeads leads,
            InstantSource surveyClock) {
        return new ReorganisationDesk(commands, together, organisation, reorganisations, leads, surveyClock);
    }

    @Bean
    Recurrence recurrence() {
        return new RecurrenceRules();
    }

    @Bean
    Outlook outlook(PulseAgenda agenda, Recurrence recurrence) {
        return new Outlook(agenda, recurrence);
    }

    @Bean
    ComingPulses comingPulses(
            Programmes programmes,
            Outlook outlook,
            IssuingDesk desk,
            PulseAgenda agenda,
            OrganisationTable organisation,
            MailPlans mails,
            Commands commands,
            InstantSource clock) {
        return new ProgrammeClerk(programmes, outlook, desk, agenda, organisation, mails, commands, clock);
    }

    @Bean
    Timetable timetable(
            Outlook outlook,
            PulseAgenda agenda,
            OrganisationTable organisation,
            InstrumentShelf shelf,
            MailDesk mails,
            InstantSource clock,
            MessageSource texts) {
        return new Timetable(outlook, agenda, organisation, shelf, mails, clock, texts);
    }

    @Bean
    CalendarFile calendarFile(InstantSource clock, MessageSource texts) {
        return new CalendarFile(clock, texts);
    }

    @Bean
    UnitTexts unitTexts(TextTable released, TextKeys keys, OrganisationTable organisation) {
        return new UnitTexts(released, keys, organisation);
    }

    @Bean
    Overview overview(
            OrganisationTable organisation,
            Trends trends,
            PulseAgenda agenda,
            TeamLeads leads,
            OutcomeTable outcomes,
            Signals signals,
            InstantSource clock) {
        return new Overview(organisation, trends, agenda, leads, outcomes, signals, clock);
    }

    @Bean
    GroupPeople groupPeople(People people, OrganisationTable organisation, PulseAgenda agenda) {
        return new GroupPeople(people, organisation, agenda);
    }
}
