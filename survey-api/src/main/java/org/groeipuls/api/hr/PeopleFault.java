package org.groeipuls.api.hr;

import java.util.Locale;

/** What can be wrong in a list of people, and what to do about it. */
enum PeopleFault {
    FILE_EMPTY("There is nobody in this list; it replaces everybody, so it names everybody"),
    FILE_NOT_UTF8("This is not UTF-8; save the list as \"CSV UTF-8\", or send the workbook (.xlsx) itself"),
    FILE_UTF16(
            "This is UTF-16 (\"Unicode text\"); save the list as \"CSV UTF-8\", or send the workbook (.xlsx) itself"),
    FILE_NOT_TEXT("This is no text file; save the list as \"CSV UTF-8\", or send the workbook (.xlsx) itself"),
    FILE_IS_WORKBOOK("This is a workbook that was sent as text/csv; send it with the content type of .xlsx"),
    FILE_NOT_WORKBOOK("This is no workbook (.xlsx); save it as one, or send CSV with the content type text/csv"),
    FILE_PROTECTED("This workbook has a password or is of the old kind (.xls); save it as .xlsx without a password"),
    FILE_DAMAGED("This workbook is damaged; open it, save it again as .xlsx and send that"),
    FILE_TOO_LARGE("This workbook unpacks to more than a list of people needs; copy the list alone into a new one"),
    FILE_NOT_CSV("A quotation mark stands alone here; put the whole cell in quotation marks and double those in it"),
    SHEET_MISSING("This workbook has no sheet; put the list on the first sheet"),
    ROWS_TOO_MANY("A list has at most 50,000 rows; take away what is below the last person"),
    COLUMN_MISSING("This column is missing; the first line is person,address,language,team,role, and name if you like"),
    COLUMN_UNKNOWN("A column stands here that is not asked for; leave out what is not needed"),
    COLUMN_TWICE("This column stands here twice; keep one"),
    CELLS_DIFFER("This row has more or fewer cells than the first line; give every column one cell"),
    CELL_IS_FORMULA("Here stands a formula; copy the column and paste its values"),
    CELL_IN_ERROR("Here stands an error of the spreadsheet, such as #N/A; write what is meant"),
    NUMBER_TOO_LONG(
            "Here stands a number of more digits than a spreadsheet keeps; make the cell text and type it again"),
    CELL_LIKE_FORMULA("This cell starts with = + - or @, which a spreadsheet takes for a formula; write it otherwise"),
    PERSON_NOT_ALLOWED("A person is the subject of their token: 1 to 200 characters, no control characters"),
    PERSON_TWICE("This person stands in line {0} too, with the same data; keep one"),
    PERSON_DIFFERS("This person has another address, language or name in line {0}; make them the same"),
    EMPLOYEE_IN_TWO_TEAMS("This employee is in another team in line {0}; keep the one team that they answer with"),
    LEAD_AND_EMPLOYEE("This person is lead in one line and employee in another, see line {0}; whoever leads a team is"
            + " lead in every line, keep those"),
    ADDRESS_NOT_ALLOWED("This is no mail address; write it as name@organisation.example"),
    ADDRESS_TWICE("Line {0} has the same mail address for somebody else; give each person their own"),
    LANGUAGE_NOT_ALLOWED("The language is nl or en"),
    TEAM_UNKNOWN("There is no such team; make it first, or correct its id"),
    ROLE_NOT_ALLOWED("The role is employee or lead"),
    PERSON_NAME_NOT_ALLOWED("A name has 1 to 100 characters and no control characters; correct it or leave it empty"),
    LEAD_WITHOUT_UNIT("The teams of this lead have no unit above them in common, so there is no group to answer in"),
    FAULTS_GO_ON("There are more faults after this line; mend these first and send the list again");

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
