package org.groeipuls.api.employee;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.ballot.Acknowledgement;
import org.groeipuls.ballot.Acknowledgement.Outcome;
import org.groeipuls.ballot.BallotCommand.FindForm;
import org.groeipuls.ballot.BallotCommand.RecordAnswers;
import org.groeipuls.ballot.BallotCommand.ReviseAnswers;
import org.groeipuls.ballot.BallotCommand.WithdrawAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes ballots. Knows what is said and never who says it: no login, no cookie, no log line, no metric; reaches ballot
 * commands only.
 */
@RestController
@RequestMapping("/api/v1/ballots")
class BallotResource {
    private final CommandGateway ballots;

    BallotResource(@Qualifier("ballotCommands") CommandGateway ballots) {
        this.ballots = ballots;
    }

    /**
     * @param code the one-time code of the link
     * @param sequence the sender's number of this version, from 1: the same again changes nothing, a higher one replaces
     * @param nonce the sender's receipt, 32 to 128 hexadecimal characters; made here when absent
     * @param answers per item 1 to 5, or null for "rather not say"
     */
    record BallotRequest(
            @NotNull @Size(max = 80) String pulse,
            @NotNull @Size(max = 200) String code,
            @NotNull Long sequence,
            @Nullable @Size(max = 128) String nonce,
            @NotNull @Size(max = 200) Map<String, @Nullable Integer> answers) {
        @Override
        public String toString() {
            return "BallotRequest[not shown]";
        }
    }

    /**
     * @param outcome recorded, unchanged, replaced or withdrawn
     * @param receipt the number by which the sender finds the ballot in the inclusion list after the count
     */
    record BallotView(String outcome, @Nullable String receipt) {}

    @PostMapping
    @Operation(summary = "Hand in answers; safe to send again")
    ResponseEntity<BallotView> record(@Valid @RequestBody BallotRequest request) {
        boolean first = request.sequence() <= 1;
        Acknowledgement taken = ballots.sendAndWait(
                first
                        ? new RecordAnswers(
                                request.pulse(), request.code(), request.sequence(), request.nonce(), request.answers())
                        : new ReviseAnswers(
                                request.pulse(),
                                request.code(),
                                request.sequence(),
                                request.nonce(),
                                request.answers()));
        var status = taken.outcome() == Outcome.RECORDED ? HttpStatus.CREATED : HttpStatus.OK;
        return answer(status, taken);
    }

    /** Which ballot to take back; {@code sequence} is higher than that of the answers. */
    record Withdrawal(
            @NotNull @Size(max = 80) String pulse,
            @NotNull @Size(max = 200) String code,
            @NotNull Long sequence) {
        @Override
        public String toString() {
            return "Withdrawal[not shown]";
        }
    }

    @DeleteMapping
    @Operation(summary = "Take answers back, until the pulse closes")
    ResponseEntity<BallotView> withdraw(@Valid @RequestBody Withdrawal request) {
        Acknowledgement taken =
                ballots.sendAndWait(new WithdrawAnswers(request.pulse(), request.code(), request.sequence()));
        return answer(HttpStatus.OK, taken);
    }

    /** Whose form is asked for. */
    record FormRequest(
            @NotNull @Size(max = 80) String pulse,
            @NotNull @Size(max = 200) String code) {
        @Override
        public String toString() {
            return "FormRequest[not shown]";
        }
    }

    /** The group whose form belongs to a code. */
    record FormView(String pulse, String group) {}

    @PostMapping("/form")
    @Operation(summary = "Which group's form belongs to a code; records nothing")
    ResponseEntity<FormView> form(@Valid @RequestBody FormRequest request) {
        String group = ballots.sendAndWait(new FindForm(request.pulse(), request.code()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new FormView(request.pulse(), group));
    }

    private static ResponseEntity<BallotView> answer(HttpStatus status, Acknowledgement taken) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new BallotView(taken.outcome().name().toLowerCase(Locale.ROOT), taken.receipt()));
    }
}
