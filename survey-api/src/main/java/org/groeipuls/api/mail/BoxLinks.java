package org.groeipuls.api.mail;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.ballot.BallotCommand.FindForm;
import org.groeipuls.ballot.BallotCommand.IssueLinks;
import org.groeipuls.ballot.BallotCommand.IssueTextCodes;
import org.groeipuls.ballot.BallotCommand.IssuedLinks;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;

/** Has codes made by the boxes, on the boxes' own command bus; knows no person. */
final class BoxLinks implements Links {
    private static final int TRIES = 3;

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

    @Override
    public boolean stand(PulseId pulse, GroupId group, Codes codes) {
        var text = codes.text();
        return stands(pulse.value(), codes.answers()) && (text == null || stands(TextBox.of(pulse.value()), text));
    }

    /** All codes of a group are replaced at once, so one tells of all. */
    private boolean stands(String box, List<String> codes) {
        try {
            ballots.sendAndWait(new FindForm(box, codes.getFirst()));
            return true;
        } catch (Refusal unknown) {
            return false;
        }
    }

    private List<String> texts(PulseId pulse, TextUnit unit, GroupId group, int people) {
        var order = new IssueTextCodes(TextBox.of(pulse.value()), unit.unit().value(), group.value(), people);
        for (int tried = 1; ; tried++) {
            try {
                IssuedLinks codes = ballots.sendAndWait(order);
                return codes.codes();
            } catch (Refusal refused) {
                throw refused;
            } catch (RuntimeException failed) {
                // the first codes are made, and after the opening they cannot be made again
                if (tried == TRIES) {
                    throw failed;
                }
            }
        }
    }
}
