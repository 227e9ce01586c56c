package org.groeipuls.pages.history;

import java.time.InstantSource;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which classes make up the pages of analysts. */
@Configuration(proxyBeanMethods = false)
@Import({ReplaysPage.class, ReplayPage.class, AdoptionPage.class, HistoryPage.class, ProofsPage.class})
public class HistoryPagesWiring {
    @Bean
    static InForce inForce(
            RuleTable rules, CalibrationRegister calibrations, InstrumentShelf shelf, InstantSource surveyClock) {
        return new InForce(rules, calibrations, shelf, surveyClock);
    }

    @Bean
    static LineNames lineNames(OrganisationTable organisation, PulseAgenda agenda, InstrumentShelf shelf) {
        return new LineNames(organisation, agenda, shelf);
    }
}
