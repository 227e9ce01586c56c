package org.groeipuls.api.wiring;

import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.past.ViewsClient;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.earlier.ReferenceTable;
import org.groeipuls.followup.ActionTable;
import org.groeipuls.followup.DevelopmentTable;
import org.groeipuls.organisation.OrganisationFacts;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.reflection.ReflectionTable;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.replay.Views;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.signal.SignalTable;
import org.groeipuls.signal.Signals;
import org.groeipuls.talk.LexiconTable;
import org.groeipuls.talk.StatementTable;
import org.groeipuls.talk.Statements;
import org.groeipuls.theme.TextTable;
import org.groeipuls.trend.OrganisationLines;
import org.groeipuls.trend.OutcomeTable;
import org.groeipuls.trend.TrendTable;
import org.groeipuls.trend.Trends;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The live views: all of them over the store of history, each where whoever reads it can ask for it. */
@Configuration(proxyBeanMethods = false)
class ViewsWiring {
    @Bean
    Views views(JdbcClient jdbc) {
        return Views.over(new ViewsClient(jdbc), StrictJson.mapper());
    }

    @Bean
    OrganisationTable organisationTable(Views views) {
        return views.organisation();
    }

    @Bean
    OrganisationFacts organisationFacts(Views views) {
        return views.facts();
    }

    @Bean
    Reorganisations reorganisations(Views views) {
        return views.reorganisations();
    }

    @Bean
    PulseAgenda pulseAgenda(Views views) {
        return views.agenda();
    }

    @Bean
    InstrumentShelf instrumentShelf(Views views) {
        return views.shelf();
    }

    @Bean
    CalibrationRegister calibrationRegister(Views views) {
        return views.calibrations();
    }

    @Bean
    RuleTable ruleTable(Views views) {
        return views.rules();
    }

    @Bean
    TrendTable trendTable(Views views) {
        return views.trends();
    }

    @Bean
    TextTable textTable(Views views) {
        return views.texts();
    }

    @Bean
    OutcomeTable outcomeTable(Views views) {
        return views.outcomes();
    }

    @Bean
    SignalTable signalTable(Views views) {
        return views.signals();
    }

    @Bean
    InterventionRegister interventionRegister(Views views) {
        return views.register();
    }

    @Bean
    LexiconTable lexiconTable(Views views) {
        return views.lexicons();
    }

    @Bean
    StatementTable statementTable(Views views) {
        return views.statements();
    }

    @Bean
    ReferenceTable referenceTable(Views views) {
        return views.references();
    }

    @Bean
    ReflectionTable reflectionTable(Views views) {
        return views.reflections();
    }

    @Bean
    ActionTable actionTable(Views views) {
        return views.actions();
    }

    @Bean
    DevelopmentTable developmentTable(Views views) {
        return views.development();
    }

    @Bean
    Programmes programmes(Views views) {
        return views.programmes();
    }

    @Bean
    Statements statements(Views views) {
        return new Statements(views.statements(), views.agenda());
    }

    @Bean
    Trends trends(Views views) {
        return new Trends(views.trends(), views.register(), views.agenda(), views.outcomes(), views.rules()::validOn);
    }

    @Bean
    OrganisationLines organisationLines(Views views) {
        return new OrganisationLines(views.trends(), views.register(), views.agenda());
    }

    @Bean
    Signals signals(Views views, Trends trends) {
        return new Signals(views.signals(), trends, views.register());
    }
}
