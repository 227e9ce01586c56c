package org.groeipuls.api.analyst;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.rule.RuleEvent.RuleAdopted;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.ruling.RuleTable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which released figures become scores and outcomes. */
@RestController
@RequestMapping("/api/v1/rules")
@PreAuthorize("hasRole('ANALYST')")
class RuleResource {
    private final RuleTable rules;

    RuleResource(RuleTable rules) {
        this.rules = rules;
    }

    /** @param validFrom absent for the one that comes along, which holds where no other does */
    record RuleView(ScoringRule rule, @Nullable LocalDate validFrom) {
        static RuleView of(RuleAdopted adopted) {
            return new RuleView(adopted.content(), adopted.validFrom());
        }
    }

    /** The one that comes along first, then in the order in which they were adopted. */
    record RuleList(List<RuleView> rules) {}

    @ReadableAsOf
    @GetMapping
    @Operation(summary = "All rules: what comes along, and what was adopted after a replay")
    RuleList all() {
        var first = new RuleView(ScoringRule.BUILT_IN, null);
        return new RuleList(Stream.concat(Stream.of(first), rules.all().stream().map(RuleView::of))
                .toList());
    }
}
