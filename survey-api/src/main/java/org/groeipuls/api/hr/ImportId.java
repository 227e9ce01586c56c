package org.groeipuls.api.hr;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.roster.Roster;

/** The id of a list: what it says, and what it was compared with. The same list on the same roster has the same id. */
final class ImportId {
    private ImportId() {}

    /** Lower-case hex of a SHA-256. */
    static String of(Roster list, Roster before, Organisation organisation) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF("groeipuls/1/import");
            out.writeUTF(list.state());
            out.writeUTF(before.state());
            for (KnownUnit unit : organisation.units()) {
                var parent = unit.parent();
                out.writeUTF(unit.unit().value());
                out.writeUTF(parent == null ? "" : parent.value());
                out.writeInt(unit.size());
            }
            for (KnownTeam team : organisation.teams()) {
                out.writeUTF(team.team().value());
                out.writeUTF(team.unit().value());
                out.writeInt(team.size());
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("It is written to memory, and every Java has SHA-256", impossible);
        }
    }
}
