package org.groeipuls.api.employee;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.ballot.Acknowledgement;
import org.groeipuls.ballot.Acknowledgement.Outcome;
import org.groeipuls.ballot.BallotCommand;
import org.groeipuls.ballot.BallotCommand.FindForm;
import org.groeipuls.ballot.BallotCommand.RecordAnswers;
import org.groeipuls.ballot.BallotCommand.RecordBallot;
import org.groeipuls.ballot.BallotCommand.RecordText;
import org.groeipuls.ballot.BallotCommand.ReviseAnswers;
import org.groeipuls.ballot.BallotCommand.Right;
import org.groeipuls.ballot.BallotCommand.WithdrawAnswers;
import org.groeipuls.refusal.Refusal;
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

    /** The boxes of a pulse. */
    enum Box {
        @JsonProperty("answers")
        ANSWERS,
        @JsonProperty("texts")
        TEXTS
    }

    /**
     * A ballot with the right to hand it in: {@code code}, or {@code group}, {@code ticket} and {@code signature}.
     *
     * @param box {@code answers}, or {@code texts} for what is written for the open question; answers when absent
     * @param code the one-time code of a link
     * @param group id of the group that a blind ticket belongs to; of the unit for {@code texts}
     * @param ticket a blind ticket in base64, 353 bytes
     * @param signature the ballot key's signature of this ballot in base64, 64 bytes
     * @param sequence the sender's number of this version, from 1: the same again changes nothing, a higher one replaces
     * @param sealed the sealed ballot in base64
     * @param nonce with plain answers: the sender's receipt, 32 to 128 hexadecimal characters; made here when absent
     * @param text with a code and for {@code texts}, in place of {@code sealed}: at most 500 characters, may be empty
     * @param answers with a code, in place of {@code sealed}: per item 1 to 5, or null for "rather not say"
     */
    record BallotRequest(
            @NotNull @Size(max = 64) String pulse,
            @Nullable Box box,
            @Nullable @Size(max = 200) String code,
            @Nullable @Size(max = 200) String group,
            @Nullable @Size(max = 1_000) String ticket,
            @Nullable @Size(max = 200) String signature,
            @NotNull Long sequence,
            @Nullable @Size(max = 14_000) String sealed,
            @Nullable @Size(max = 128) String nonce,
            @Nullable @Size(max = 2_000) String text,
            @Nullable @Size(max = 200) Map<String, @Nullable Integer> answers) {
        /** Which of the pulse's boxes: commands know it by its id. */
        String id() {
            return box == Box.TEXTS ? TextBox.of(pulse) : pulse;
        }

        boolean plain() {
            return nonce != null || answers != null || text != null;
        }

        @Override
        public String toString() {
            return "BallotRequest[not shown]";
        }
    }

    /**
     * @param outcome recorded, unchanged, replaced or withdrawn
     * @param receipt the number by which the sender finds the ballot in the inclusion list after the count; absent for
     *     a sealed ballot, whose sender knows it
     */
    record BallotView(String outcome, @Nullable String receipt) {}

    @PostMapping
    @Operation(summary = "Hand in answers; safe to send again")
    ResponseEntity<BallotView> record(@Valid @RequestBody BallotRequest request) {
        Acknowledgement taken =
                ballots.sendAndWait(request.sealed() == null ? plain(request, given(request.code())) : sealed(request));
        var status = taken.outcome() == Outcome.RECORDED ? HttpStatus.CREATED : HttpStatus.OK;
        return answer(status, taken);
    }

    @DeleteMapping
    @Operation(summary = "Take answers back, until the pulse closes")
    ResponseEntity<BallotView> withdraw(@Valid @RequestBody BallotRequest request) {
        if (request.plain()) {
            throw new BallotIncomplete();
        }
        Acknowledgement taken = ballots.sendAndWait(
                request.sealed() == null
                        ? new WithdrawAnswers(request.id(), given(request.code()), request.sequence())
                        : sealed(request));
        // from outside a sealed sheet that takes answers back looks like any other
        var outcome = taken.outcome() == Outcome.UNCHANGED ? taken.outcome() : Outcome.WITHDRAWN;
        return answer(HttpStatus.OK, new Acknowledgement(outcome, taken.receipt()));
    }

    private static BallotCommand plain(BallotRequest request, String code) {
        if (request.box() == Box.TEXTS) {
            return text(request, code, given(request.text()));
        }
        var answers = given(request.answers());
        if (request.text() != null) {
            throw new BallotIncomplete();
        }
        return request.sequence() <= 1
                ? new RecordAnswers(request.pulse(), code, request.sequence(), request.nonce(), answers)
                : new ReviseAnswers(request.pulse(), code, request.sequence(), request.nonce(), answers);
    }

    private static RecordText text(BallotRequest request, String code, String text) {
        if (request.answers() != null || request.nonce() != null) {
            throw new BallotIncomplete();
        }
        return new RecordText(request.id(), code, request.sequence(), text);
    }

    private static RecordBallot sealed(BallotRequest request) {
        var code = request.code();
        if (request.plain() || code != null && request.ticket() != null) {
            throw new BallotIncomplete();
        }
        var right = code != null
                ? new Right.Code(code)
                : new Right.SignedTicket(given(request.group()), bytes(request.ticket()), bytes(request.signature()));
        return new RecordBallot(request.id(), right, request.sequence(), bytes(request.sealed()));
    }

    private static byte[] bytes(@Nullable String base64) {
        try {
            return Base64.getDecoder().decode(given(base64));
        } catch (IllegalArgumentException notBase64) {
            throw new BallotIncomplete();
        }
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new BallotIncomplete();
        }
        return value;
    }

    /** The parts of a ballot do not go together. */
    static final class BallotIncomplete extends Refusal {
        private static final long serialVersionUID = 1;

        private BallotIncomplete() {
            super(
                    Kind.UNACCEPTABLE,
                    "ballot-incomplete",
                    "A ballot has code and answers, or code and sealed, or group, ticket, signature and sealed; bytes are"
                            + " base64. In the box for texts it has text in place of answers.");
        }
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
