package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether somebody finds their receipt among those that were counted. */
class PageReceiptTest {
    /** Of another program, and of the page. */
    private static final List<String> COUNTED =
            List.of("AABBCCDDEEFF00112233445566778899", "00112233445566778899aabbccddeeff");

    private static PageModules page;

    @BeforeAll
    static void open() {
        page = PageModules.load();
    }

    @AfterAll
    static void close() {
        if (page != null) {
            page.close();
        }
    }

    /** The list has the SHA-256 of the characters that were sent. */
    @ParameterizedTest
    @CsvSource({
        "AABBCCDDEEFF00112233445566778899, found",
        "AABB CCDD EEFF 0011 2233 4455 6677 8899, found",
        "aabbccddeeff00112233445566778899, absent",
        "00112233445566778899aabbccddeeff, found",
        "00112233445566778899AABBCCDDEEFF, found",
        "ffeeddccbbaa99887766554433221100, absent"
    })
    void a_receipt_is_looked_up_as_it_was_typed_and_in_lower_case(String typed, String said) throws Exception {
        var prints = new ArrayList<String>();
        for (var receipt : COUNTED) {
            prints.add("\""
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(receipt.getBytes(StandardCharsets.UTF_8)))
                    + "\"");
        }
        page.answers("/api/v1/pulses/counted", "{\"count\": {\"inclusion\": " + prints + "}}");

        assertThat(page.text("lookedUp", List.of("counted", typed))).isEqualTo(said);
    }
}
