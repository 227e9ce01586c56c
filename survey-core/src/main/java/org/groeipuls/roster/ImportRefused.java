package org.groeipuls.roster;

import org.groeipuls.refusal.Refusal;

/** A list that was shown cannot be applied as it was shown, or an import cannot be undone. */
public final class ImportRefused extends Refusal {
    private static final long serialVersionUID = 1;

    private ImportRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    /** Something is not as it was when the list was compared with it, or that is too long ago. */
    public static ImportRefused outdated() {
        return new ImportRefused(
                "import-outdated",
                "The roster or the organisation changed since this list was shown, or it was shown more than a day ago;"
                        + " nothing was applied. Send the file again and look at the new changes");
    }

    static ImportRefused notTheLatest() {
        return new ImportRefused(
                "undo-not-the-latest", "Another list was applied after this one, and only the latest can be undone");
    }

    static ImportRefused undoneBefore() {
        return new ImportRefused("undo-done-before", "This import was undone already; send the file again to apply it");
    }

    static ImportRefused tooOld() {
        return new ImportRefused(
                "undo-too-late",
                "This import is more than 30 days old and the people of before it are forgotten; send a list instead");
    }

    static ImportRefused neverApplied() {
        return new ImportRefused(
                "undo-not-applied", "This list was only shown and never applied; there is nothing to undo");
    }

    static ImportRefused rosterMovedOn() {
        return new ImportRefused(
                "undo-roster-changed",
                "The leads of a team were changed by hand after this import, and undoing it would lose that; send a list"
                        + " instead");
    }
}
