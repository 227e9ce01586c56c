package org.groeipuls.api.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.api.mail.LinkWays.Way;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Personal links between their making and their last mail. A person and a code stand together in no record: the row has a
 * ciphertext, its key lies in the vault and is destroyed when the pulse closes.
 */
final class SealedLinks {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LinkWays ways;
    private final Links links;
    private final TextKeys keys;

    SealedLinks(JdbcClient jdbc, TransactionOperations transactions, LinkWays ways, Links links, TextKeys keys) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ways = ways;
        this.links = links;
        this.keys = keys;
    }

    /** Makes and seals the links of each group whose turn it is; one node at a time, as making them again voids the first. */
    void seal(PulseId pulse) {
        for (var group : ways.groups(pulse, Way.MAIL)) {
            transactions.executeWithoutResult(transaction -> {
                if (ways.lock(pulse, group).equals(Optional.of(Way.MAIL))) {
                    ways.change(pulse, group, made(pulse, group));
                }
            });
        }
    }

    private Way made(PulseId pulse, GroupId group) {
        var people = people(pulse, group);
        List<String> codes;
        try {
            codes = links.make(pulse, group).whole();
        } catch (Refusal refused) {
            if (refused.code().equals("links-already-issued")) {
                return Way.LOST;
            }
            throw refused;
        }
        if (codes.size() < people.size()) {
            throw new IllegalStateException("More people than codes in group " + group.value());
        }
        var key = keys.establish(pulse.value());
        for (int i = 0; i < people.size(); i++) {
            var subject = people.get(i);
            jdbc.sql("update mail_recipient set link = :link where pulse = :pulse and subject = :subject")
                    .param(
                            "link",
                            HexFormat.of()
                                    .formatHex(key.seal(
                                            place(pulse, subject), codes.get(i).getBytes(US_ASCII))))
                    .param("pulse", pulse.value())
                    .param("subject", subject)
                    .update();
        }
        return Way.SEALED;
    }

    private List<String> people(PulseId pulse, GroupId group) {
        return jdbc.sql("select subject from mail_recipient where pulse = :pulse and grp = :grp order by subject")
                .param("pulse", pulse.value())
                .param("grp", group.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What stands behind the # of somebody's link; empty when the key is gone. */
    Optional<String> open(PulseId pulse, String subject, String sealed) {
        return keys.find(pulse.value())
                .flatMap(key -> key.open(place(pulse, subject), HexFormat.of().parseHex(sealed)))
                .map(code -> new String(code, US_ASCII));
    }

    private static String place(PulseId pulse, String subject) {
        return "mail/" + pulse.value() + "/" + subject;
    }

    /** The pulses whose links can still be opened. */
    Set<String> pulses() {
        return keys.pulses();
    }

    /** Nobody can open these links any more. */
    void destroy(PulseId pulse) {
        keys.destroy(pulse.value());
    }
}
