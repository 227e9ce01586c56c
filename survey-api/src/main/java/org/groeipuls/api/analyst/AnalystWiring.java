package org.groeipuls.api.analyst;

import java.time.InstantSource;
import org.groeipuls.api.past.SettledDays;
import org.groeipuls.api.rebuild.Rebuilds;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Together;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.tree.TreeKey;
import org.groeipuls.trend.Trends;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({
    HistoryResource.class,
    ReplayResource.class,
    ReplayReader.class,
    JobResource.class,
    RuleResource.class,
    TrendTestsResource.class,
    CalibrationResource.class,
    LexiconResource.class,
    LexiconDesk.class,
    ErrorTalkResource.class,
    TalkReader.class,
    ReadableTexts.class
})
public class AnalystWiring {
    @Bean
    HistorySummary historySummary(HistoryStore history) {
        return new HistorySummary(history);
    }

    @Bean
    Workbooks workbooks(HistoryStore history) {
        return new Workbooks(history, Workbooks.ROOM);
    }

    @Bean
    EventSchemas eventSchemas(EventNames events) {
        return new EventSchemas(events);
    }

    @Bean
    HistoryFormat historyFormat(JsonMapper json, TreeKey treeKey) {
        return new HistoryFormat(json, treeKey::salt);
    }

    @Bean
    CalibrationDesk calibrationDesk(
            Commands commands,
            CalibrationRegister register,
            HistoryStore history,
            EventNames events,
            InstrumentShelf shelf,
            InstantSource surveyClock) {
        return new CalibrationDesk(commands, register, history, events, shelf, surveyClock);
    }

    @Bean
    JobEvents jobEvents(Replays replays, Rebuilds rebuilds) {
        return new JobEvents(replays, rebuilds);
    }

    @Bean
    RuledTrends ruledTrends(Replays replays, RuleTable rules, Trends trends) {
        return new RuledTrends(replays, rules, trends);
    }

    @Bean
    ReplayDesk replayDesk(
            Replays replays,
            Together together,
            CalibrationDesk constants,
            CalibrationRegister calibrations,
            RuleTable rules,
            InstrumentShelf shelf,
            SettledDays settledDays,
            InstantSource surveyClock) {
        return new ReplayDesk(replays, together, constants, calibrations, rules, shelf, settledDays, surveyClock);
    }
}
