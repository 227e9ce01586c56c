package org.groeipuls.api.mail;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.ballot.BallotCommand.IssueLinks;
import org.groeipuls.ballot.BallotCommand.IssueTextCodes;
import org.groeipuls.ballot.BallotCommand.IssuedLinks;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;

/** Has codes made by the boxes, on the boxes' own command bus; knows no person. */
final class BoxLinks implements Links {
    private final CommandGateway ballots;
    private final PulseAgenda agenda;

    BoxLinks(CommandGateway ballots, PulseAgenda agenda) {
        this.ballots = ballots;
        this.agenda = agenda;
    }

    @Override
    public Codes make(PulseId pulse, GroupId group) {
        var issued = agenda.find(pulse).orElseThrow(NotFound::new).issued();
        IssuedLinks links = ballots.sendAndWait(new IssueLinks(pulse.value(), group.value()));
        var texts = Optional.ofNullable(issued.openText())
                .flatMap(open -> open.unitOf(group))
                .map(unit -> texts(pulse, unit, group, links.codes().size()));
        return new Codes(links.codes(), texts.orElse(null));
    }

    private List<String> texts(PulseId pulse, TextUnit unit, GroupId group, int people) {
        IssuedLinks codes = ballots.sendAndWait(
                new IssueTextCodes(TextBox.of(pulse.value()), unit.unit().value(), group.value(), people));
        return codes.codes();
    }
}
