package org.groeipuls.api.wiring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.api.hr.ReorganisationDesk;
import org.groeipuls.api.mail.MailSettings;
import org.groeipuls.api.mail.Postman;
import org.groeipuls.api.operator.ComingPulses;
import org.groeipuls.api.operator.OutcomeClerk;
import org.groeipuls.api.operator.StoreFolder;
import org.groeipuls.api.operator.SurveyClock;
import org.groeipuls.api.operator.Timekeeper;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.CouncilKeys;
import org.groeipuls.api.storage.H2Sync;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.PostgresDurability;
import org.groeipuls.api.storage.PostgresSync;
import org.groeipuls.api.storage.StorePlaces;
import org.groeipuls.api.storage.StoreSync;
import org.groeipuls.api.storage.Together;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.api.webhook.AllowedHosts;
import org.groeipuls.api.webhook.Courier;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.InstrumentCommand.RegisterInstrument;
import org.groeipuls.language.Language;
import org.groeipuls.language.Lexicon;
import org.groeipuls.lexicon.LexiconCommand.RegisterLexicon;
import org.groeipuls.release.Counting;
import org.groeipuls.roster.InvitedPulses;
import org.groeipuls.roster.KeptLists;
import org.groeipuls.roster.LeadKeys;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.trend.Trends;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds the planes together: the clock, durable commands, and the one recurring task. */
@Configuration(proxyBeanMethods = false)
class SurveyWiring {
    @Bean
    SurveyClock surveyClock(JdbcClient jdbc, Settings settings) {
        return new SurveyClock(Clock.systemUTC(), jdbc, settings.demonstration());
    }

    @Bean
    List<StoreFolder> storeFolders(Settings settings) {
        return List.of(
                new StoreFolder("data", settings.data()),
                new StoreFolder("vault", settings.vault()),
                new StoreFolder("tree", settings.tree()));
    }

    @Bean
    StorageErrors storageErrors(ConfigurableApplicationContext context) {
        return new StorageErrors(() -> Runtime.getRuntime().halt(SpringApplication.exit(context, () -> 74)));
    }

    @Bean
    StoreSync historySync(DataSource source, DataSourceProperties properties, StorageErrors errors) {
        if (properties.determineUrl().startsWith("jdbc:h2:")) {
            return H2Sync.over(source, errors::first);
        }
        PostgresDurability.require(source);
        return new PostgresSync();
    }

    @Bean
    Commands commands(
            @Qualifier("historyCommands") CommandGateway gateway,
            HistoryStore history,
            StoreSync historySync,
            ViewPosition views) {
        return new Commands(gateway, history, historySync, views);
    }

    @Bean
    CouncilKeys councilKeys(JdbcClient jdbc) {
        return new CouncilKeys(jdbc);
    }

    @Bean
    Timekeeper timekeeper(
            InstantSource surveyClock,
            PulseAgenda agenda,
            InstrumentShelf shelf,
            CalibrationRegister calibrations,
            Vault vault,
            TextKeys textKeys,
            BallotBoxes boxes,
            Counting counting,
            Commands commands,
            Together together,
            StorePlaces places,
            InvitedPulses invited,
            KeptLists lists,
            Trends trends,
            ReorganisationDesk reorganisations,
            LeadKeys leadKeys,
            ComingPulses coming) {
        return new Timekeeper(
                surveyClock,
                agenda,
                shelf,
                calibrations,
                vault,
                textKeys,
                boxes,
                counting,
                commands,
                together,
                places,
                invited,
                lists,
                new OutcomeClerk(trends, commands),
                List.of(reorganisations::carryOutWhatIsDue, leadKeys::destroyWhatNobodyHas),
                coming);
    }

    @Bean
    MailSettings mailSettings(Settings settings) {
        var mail = settings.mail();
        return mail == null ? MailSettings.NONE : mail;
    }

    /** Letters come after pulses, whatever became of those, and never hold them up for long. */
    @Bean
    Task<Void> clockwork(Timekeeper timekeeper, Postman postman, Settings settings) {
        return Tasks.recurring("clockwork", FixedDelay.of(settings.tick())).execute((instance, context) -> {
            try {
                timekeeper.tick();
            } finally {
                postman.round();
            }
        });
    }

    @Bean
    AllowedHosts allowedHosts(Settings settings) {
        return new AllowedHosts(settings.webhooks().hosts());
    }

    /** Apart from the clockwork, so that a slow receiver holds up no pulse. */
    @Bean
    Task<Void> webhookTurns(Courier courier, Settings settings) {
        return Tasks.recurring("webhooks", FixedDelay.of(settings.tick()))
                .execute((instance, context) -> courier.turn());
    }

    /** The instruments that come along are registered like any other; saying it again changes nothing. */
    @Bean
    ApplicationRunner builtInInstruments(Commands commands) {
        return arguments -> Catalogue.builtIn().forEach(instrument -> commands.send(RegisterInstrument.of(instrument)));
    }

    /** So are the word lists that come along; nothing of them is shown before they were tried. */
    @Bean
    ApplicationRunner builtInLexicons(Commands commands) {
        return arguments -> Arrays.stream(Language.values())
                .forEach(language -> commands.send(
                        RegisterLexicon.of("built-in " + language.code(), Lexicon.builtInFile(language))));
    }
}
