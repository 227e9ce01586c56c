package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a device keeps of tickets. */
class PageWalletTest {
    private static final String GROUP = "team-ü";

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

    @Test
    void a_ticket_stays_on_the_device_when_the_page_is_left() {
        var held = Map.of("group", GROUP, "ticket", "AAAA");

        assertThat(page.fields("kept", "wallet")).isEmpty();
        assertThat(page.yes("keep", List.of("wallet", "ann", held))).isTrue();
        page.reload();
        assertThat(page.fields("kept", "wallet")).isEqualTo(Map.of("ann", held));
        assertThat(page.fields("kept", "wallet-2")).isEmpty();
    }

    @Test
    void tickets_of_several_people_stay_on_a_device_beside_each_other() {
        var anns = Map.of("group", GROUP, "ticket", "AAAA");
        var bos = Map.of("group", GROUP, "ticket", "BBBB");

        page.ask("keep", List.of("shared", "ann", anns));
        page.ask("keep", List.of("shared", "bo", bos));
        assertThat(page.fields("kept", "shared")).isEqualTo(Map.of("ann", anns, "bo", bos));
        page.ask("keep", Arrays.asList("shared", "ann", null));
        page.reload();
        assertThat(page.fields("kept", "shared")).isEqualTo(Map.of("bo", bos));
    }
}
