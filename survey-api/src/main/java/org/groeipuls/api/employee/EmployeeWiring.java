package org.groeipuls.api.employee;

import java.time.InstantSource;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.BlindSigner;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.roster.Invitations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({
    BallotResource.class,
    TicketResource.class,
    InboxResource.class,
    InboxTicketResource.class,
    HappenedResource.class
})
public class EmployeeWiring {
    @Bean
    TicketOffice ticketOffice(
            Invitations invitations,
            PulseAgenda agenda,
            OrganisationTable organisation,
            BlindSigner signer,
            Commands commands,
            InstantSource clock) {
        return new TicketOffice(invitations, agenda, organisation, signer, commands, clock);
    }
}
