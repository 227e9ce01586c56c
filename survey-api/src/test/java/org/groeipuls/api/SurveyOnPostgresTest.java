package org.groeipuls.api;

import java.util.Set;
import java.util.TreeSet;

class SurveyOnPostgresTest extends SurveyContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }

    @Override
    Set<String> boxRemains() {
        return new TreeSet<>(Postgres.tables("box"));
    }
}
