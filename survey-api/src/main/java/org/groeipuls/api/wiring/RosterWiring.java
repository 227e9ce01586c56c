package org.groeipuls.api.wiring;

import java.security.SecureRandom;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.groeipuls.anonymity.MirrorKeys;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.Together;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.LeadKeys;
import org.groeipuls.roster.People;
import org.groeipuls.roster.RosterImports;
import org.groeipuls.roster.TeamLeads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plane of the people: who is who, and who may fetch a ticket. */
@Configuration(proxyBeanMethods = false)
class RosterWiring {
    @Bean
    TeamLeads teamLeads(DataSource source) {
        return new TeamLeads(source);
    }

    @Bean
    People people(DataSource source) {
        return new People(source);
    }

    /** Holds data of people, and forgets when somebody is erased. */
    @Bean
    LeadKeys leadKeys(DataSource source, MirrorKeys mirrorKeys) {
        return new LeadKeys(source, mirrorKeys, new SecureRandom());
    }

    /** Who else holds data of people is a bean of type {@code Erasure} too, and forgets with these. */
    @Bean
    RosterImports rosterImports(DataSource source) {
        return new RosterImports(source);
    }

    @Bean
    Invitations invitations(DataSource source) {
        return new Invitations(source, new SecureRandom());
    }

    @Bean
    Together together(
            TransactionManager historyTransactions, ConnectionProvider historyConnections, Commands commands) {
        return new Together(historyTransactions, historyConnections, commands);
    }
}
