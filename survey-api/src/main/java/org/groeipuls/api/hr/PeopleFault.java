package org.groeipuls.api.hr;

import java.util.Locale;

/** What can be wrong in a list of people, and what to do about it. */
enum PeopleFault {
    FILE_EMPTY("There is nobody in this list; it replaces everybody, so it names everybody"),
    FILE_NOT_UTF8("This is not UTF-8; save the list as \"CSV UTF-8\""),
    FILE_NOT_CSV("A quotation mark stands alone here; put the whole cell in quotation marks and double those in it"),
    COLUMN_MISSING("This column is missing; the first line is person,address,language,team,role"),
    COLUMN_UNKNOWN("A column stands here that is not asked for; leave out what is not needed"),
    COLUMN_TWICE("This column stands here twice; keep one"),
    CELLS_DIFFER("This row has more or fewer cells than the first line; give every column one cell"),
    PERSON_NOT_ALLOWED("A person is the subject of their token: 1 to 200 characters, no control characters"),
    PERSON_TWICE("This person stands in an earlier row; keep one (only a lead of several teams has several)"),
    PERSON_DIFFERS("This lead has another address, language or role in an earlier row; make them the same"),
    ADDRESS_NOT_ALLOWED("This is no mail address; write it as name@organisation.example"),
    LANGUAGE_NOT_ALLOWED("The language is nl or en"),
    TEAM_UNKNOWN("There is no such team; make it first, or correct its id"),
    ROLE_NOT_ALLOWED("The role is employee or lead"),
    LEAD_WITHOUT_UNIT("The teams of this lead have no unit above them in common, so there is no group to answer in");

    private final String message;

    PeopleFault(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    /** The fault as it stands on the wire, such as {@code team-unknown}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
