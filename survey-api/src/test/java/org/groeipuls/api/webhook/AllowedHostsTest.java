package org.groeipuls.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
    private final AllowedHosts hosts = new AllowedHosts(
            List.of("127.0.0.1", " Receiver.Example ", "169.254.169.254", "0.0.0.0", "127.0.0.9", "10.1.2.3"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://receiver.example/hook",
                "https://RECEIVER.example:8443/hook?key=1",
                "http://127.0.0.1:9000/hook",
                "https://127.0.0.1/hook",
                "https://10.1.2.3/hook"
            })
    void what_was_named_is_taken(String url) {
        assertThat(hosts.take(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example/hook",
                "https://receiver.example.evil.example/hook",
                "https://evil.example/receiver.example",
                "https://receiver.example@evil.example/",
                "https://somebody@receiver.example/",
                "https://receiver.example/hook#part",
                "http://localhost:9000/hook",
                "http://10.1.2.3/hook",
                "ftp://receiver.example/",
                "file:///etc/hosts",
                "//receiver.example/",
                "/hook",
                ""
            })
    void nothing_else_is(String url) {
        assertThat(hosts.take(URI.create(url))).isFalse();
    }

    @Test
    void without_a_name_nothing_is_taken() {
        assertThat(new AllowedHosts(List.of()).none()).isTrue();
        assertThat(new AllowedHosts(List.of("")).take(URI.create("https://receiver.example")))
                .isFalse();
    }

    /** Also when somebody named it: no look-up leads to the link's own addresses or back to this machine. */
    @Test
    void addresses_that_are_nobodys_are_not_reached() throws Exception {
        assertThat(hosts.reach(URI.create("http://127.0.0.1:9000/hook"))).isTrue();
        assertThat(hosts.reach(URI.create("https://10.1.2.3/hook"))).isTrue();
        assertThat(hosts.reach(URI.create("https://169.254.169.254/latest"))).isFalse();
        assertThat(hosts.reach(URI.create("https://0.0.0.0/"))).isFalse();
        assertThat(hosts.reach(URI.create("https://127.0.0.9/"))).isFalse();
    }
}
