package org.groeipuls.api.workscouncil;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.api.operator.Clockwork;
import org.groeipuls.ballot.BallotCommand.ReturnBatch;
import org.groeipuls.ballot.BallotCommand.TakeBatch;
import org.groeipuls.ballot.BallotRefusal;
import org.groeipuls.ballot.CouncilBatch;
import org.groeipuls.ballot.CouncilShare;
import org.groeipuls.pulse.PulseId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The second layer: the ballots of a closed pulse go out to the works council's tool, and come back without tickets and
 * without their outer layer.
 */
@RestController
@RequestMapping("/api/v1/pulses")
class SharesResource {
    private final CommandGateway ballots;
    private final Clockwork clockwork;

    SharesResource(@Qualifier("ballotCommands") CommandGateway ballots, Clockwork clockwork) {
        this.ballots = ballots;
        this.clockwork = clockwork;
    }

    /**
     * @param ballots the sealed ballots in base64, sorted by their bytes
     * @param codes with personal links: per hash of a code its group
     */
    record BatchView(PulseId pulse, List<String> ballots, Map<String, String> codes) {
        @Override
        public String toString() {
            return "BatchView[not shown]";
        }
    }

    @GetMapping("/{pulse}/shares")
    @PreAuthorize("hasRole('WORKS_COUNCIL')")
    @Operation(summary = "The sealed ballots of a closed pulse with two layers")
    ResponseEntity<BatchView> take(@PathVariable("pulse") PulseId pulse) {
        return batch(pulse, pulse.value());
    }

    @GetMapping("/{pulse}/shares/texts")
    @PreAuthorize("hasRole('WORKS_COUNCIL')")
    @Operation(summary = "What lies in its second box, when it has an open question; groups are units there")
    ResponseEntity<BatchView> takeTexts(@PathVariable("pulse") PulseId pulse) {
        return batch(pulse, TextBox.of(pulse.value()));
    }

    private ResponseEntity<BatchView> batch(PulseId pulse, String box) {
        CouncilBatch batch = ballots.sendAndWait(new TakeBatch(box));
        var encoder = Base64.getEncoder();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new BatchView(
                        pulse,
                        batch.ballots().stream().map(encoder::encodeToString).toList(),
                        new TreeMap<>(batch.codes())));
    }

    /**
     * @param groups per group its sheets in base64, without the outer layer
     * @param rejected how many ballots were dropped
     */
    record ShareRequest(
            @NotNull @Size(max = 10_000) Map<String, List<@NotNull String>> groups,
            @NotNull @Min(0) Integer rejected) {
        @Override
        public String toString() {
            return "ShareRequest[not shown]";
        }
    }

    /** How many sheets were taken back. */
    record ShareView(PulseId pulse, int sheets, int rejected) {}

    @PostMapping("/{pulse}/shares")
    @PreAuthorize("hasRole('WORKS_COUNCIL')")
    @Operation(summary = "Give the ballots back without their outer layer; the count follows")
    ShareView giveBack(@PathVariable("pulse") PulseId pulse, @Valid @RequestBody ShareRequest request) {
        return keep(pulse, pulse.value(), request);
    }

    @PostMapping("/{pulse}/shares/texts")
    @PreAuthorize("hasRole('WORKS_COUNCIL')")
    @Operation(summary = "Give the second box back; the count follows when both are back")
    ShareView giveTextsBack(@PathVariable("pulse") PulseId pulse, @Valid @RequestBody ShareRequest request) {
        return keep(pulse, TextBox.of(pulse.value()), request);
    }

    private ShareView keep(PulseId pulse, String box, ShareRequest request) {
        var share = share(request);
        ballots.sendAndWait(new ReturnBatch(box, share));
        clockwork.hurry();
        return new ShareView(pulse, share.sheets(), share.rejected());
    }

    private static CouncilShare share(ShareRequest request) {
        var groups = new TreeMap<String, List<byte[]>>();
        try {
            request.groups()
                    .forEach((group, sheets) -> groups.put(
                            group,
                            sheets.stream().map(Base64.getDecoder()::decode).toList()));
        } catch (IllegalArgumentException notBase64) {
            throw new BallotRefusal.ShareNotAllowed();
        }
        return new CouncilShare(groups, request.rejected());
    }
}
