package org.groeipuls.attack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server of the product in which a few pulses were counted, for tests of what is told about its history. */
public final class CountedPulses implements AutoCloseable {
    private final Servers server;
    private final Api api;
    private final String team;

    private CountedPulses(Servers server, Api api, String team) {
        this.server = server;
        this.api = api;
        this.team = team;
    }

    /** What an analyst gets at an address of the interface. */
    public String read(String path) {
        return api.get("analyst", path).text();
    }

    /** With embedded files in this folder. */
    public static CountedPulses onH2(Path folder) {
        return counted(Servers.onH2(folder));
    }

    public static CountedPulses onPostgres(Path folder) {
        return counted(Servers.onPostgres(folder));
    }

    private static CountedPulses counted(Servers server) {
        var api = server.api();
        var scene = new Scene(api);
        var team = scene.team("counted", 12);
        for (var disclosure : List.of("banded", "exact")) {
            var pulse = scene.issue("p-" + disclosure, disclosure, List.of(team));
            scene.open();
            scene.answer(scene.tickets(pulse, team), 9);
            scene.close();
        }
        return new CountedPulses(server, api, team);
    }

    public URI address() {
        return server.address();
    }

    /** History's database, as somebody reaches it who runs the server. */
    public JdbcClient database() {
        return server.database();
    }

    /** The team whose people answered. */
    public String team() {
        return team;
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
