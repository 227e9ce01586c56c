package org.groeipuls.replay;

import java.util.List;
import org.groeipuls.agenda.AgendaProjection;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.calendar.ProgrammeProjection;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.constants.CalibrationProjection;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.earlier.ReferenceProjection;
import org.groeipuls.earlier.ReferenceTable;
import org.groeipuls.followup.ActionProjection;
import org.groeipuls.followup.ActionTable;
import org.groeipuls.followup.DevelopmentProjection;
import org.groeipuls.followup.DevelopmentTable;
import org.groeipuls.organisation.OrganisationFacts;
import org.groeipuls.organisation.OrganisationProjection;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.reflection.ReflectionProjection;
import org.groeipuls.reflection.ReflectionTable;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.register.RegisterProjection;
import org.groeipuls.ruling.RuleProjection;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.shelf.ShelfProjection;
import org.groeipuls.signal.SignalProjection;
import org.groeipuls.signal.SignalTable;
import org.groeipuls.talk.LexiconProjection;
import org.groeipuls.talk.LexiconTable;
import org.groeipuls.talk.StatementProjection;
import org.groeipuls.talk.StatementTable;
import org.groeipuls.theme.TextProjection;
import org.groeipuls.theme.TextTable;
import org.groeipuls.trend.OutcomeProjection;
import org.groeipuls.trend.OutcomeTable;
import org.groeipuls.trend.TeamTrendProjection;
import org.groeipuls.trend.TrendTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All views over one store: the live ones, or a set of their own beside them. */
public record Views(
        OrganisationTable organisation,
        OrganisationFacts facts,
        Reorganisations reorganisations,
        PulseAgenda agenda,
        InstrumentShelf shelf,
        CalibrationRegister calibrations,
        RuleTable rules,
        TrendTable trends,
        TextTable texts,
        OutcomeTable outcomes,
        SignalTable signals,
        InterventionRegister register,
        LexiconTable lexicons,
        StatementTable statements,
        ReferenceTable references,
        ReflectionTable reflections,
        ActionTable actions,
        DevelopmentTable development,
        Programmes programmes) {
    /**
     * Goes up whenever a version has a view, a table or a fold that the one before had not: stores whose views were made by
     * an older version then make them anew.
     */
    public static final int LAYOUT = 5;

    /** Where a set of views keeps how far it has read. */
    public static final String POSITION = "view_position";

    /** All tables of views, besides {@link #POSITION}. */
    public static final List<String> TABLES = List.of(
            "organisation_unit",
            "organisation_team",
            "organisation_group",
            "organisation_fact",
            "organisation_reorganisation",
            "organisation_descent",
            "agenda_pulse",
            "shelf_instrument",
            "constants_calibration",
            "ruling_rule",
            "trend_point",
            "trend_outcome",
            "theme_text",
            "signal_occasion",
            "signal_evidence",
            "register_intervention",
            "register_team",
            "talk_lexicon",
            "talk_in_force",
            "talk_reader",
            "talk_statement",
            "earlier_reference",
            "reflection_mirror",
            "followup_action",
            "followup_development",
            "calendar_programme");

    /** @param json reads and writes as history does */
    public static Views over(JdbcClient jdbc, JsonMapper json) {
        return new Views(
                new OrganisationTable(jdbc),
                new OrganisationFacts(jdbc, json),
                new Reorganisations(jdbc, json),
                new PulseAgenda(jdbc, json),
                new InstrumentShelf(jdbc, json),
                new CalibrationRegister(jdbc, json),
                new RuleTable(jdbc, json),
                new TrendTable(jdbc, json),
                new TextTable(jdbc, json),
                new OutcomeTable(jdbc, json),
                new SignalTable(jdbc, json),
                new InterventionRegister(jdbc, json),
                new LexiconTable(jdbc, json),
                new StatementTable(jdbc),
                new ReferenceTable(jdbc, json),
                new ReflectionTable(jdbc, json),
                new ActionTable(jdbc, json),
                new DevelopmentTable(jdbc, json),
                new Programmes(jdbc, json));
    }

    /** The folds that keep them up to date, in the order in which each event goes through them. */
    public List<Object> projections() {
        return List.of(
                new OrganisationProjection(organisation, facts, reorganisations),
                new ShelfProjection(shelf),
                new AgendaProjection(agenda),
                new CalibrationProjection(calibrations),
                new RuleProjection(rules),
                new TeamTrendProjection(agenda, shelf, calibrations, rules, trends),
                new TextProjection(texts),
                new OutcomeProjection(outcomes),
                new SignalProjection(agenda, shelf, calibrations, signals),
                new RegisterProjection(register),
                new LexiconProjection(lexicons),
                new StatementProjection(statements),
                new ReferenceProjection(references),
                new ReflectionProjection(reflections),
                new ActionProjection(actions),
                new DevelopmentProjection(development),
                new ProgrammeProjection(programmes));
    }

    /** Those that trends look things up in, without the trends and the agenda, which are done in bulk. */
    List<Object> lookedUp() {
        return List.of(
                new ShelfProjection(shelf),
                new CalibrationProjection(calibrations),
                new RuleProjection(rules),
                new RegisterProjection(register));
    }
}
