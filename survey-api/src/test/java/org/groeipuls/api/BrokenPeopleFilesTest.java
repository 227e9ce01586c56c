package org.groeipuls.api;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.api.PeopleFiles.CSV;
import static org.groeipuls.api.PeopleFiles.XLSX;
import static org.groeipuls.api.PeopleFiles.changed;
import static org.groeipuls.api.PeopleFiles.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.groeipuls.roster.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of file that is no list of people, with what HR reads about it. */
class BrokenPeopleFilesTest {
    private static final Server SERVER = Server.onH2();
    private static final Survey SURVEY = new Survey(SERVER);
    private static final String ROADS = SURVEY.team("roads", 9);
    private static final String PARKS = SURVEY.team("parks", 3);
    private static final String HEAD = "person,address,language,team,role,name\n";
    private static final String ANN = "ann,ann@city.example,nl," + ROADS + ",employee,Ann\n";

    /** @param where pointer of the first fault; en and nl what HR can do, as it stands in the first fault's detail */
    record Broken(String kind, String type, byte[] file, String where, String code, String en, String nl) {
        @Override
        public String toString() {
            return kind;
        }
    }

    private static Broken csv(String kind, String text, String where, String code, String en, String nl) {
        return new Broken(kind, CSV, text.getBytes(UTF_8), where, code, en, nl);
    }

    private static Broken bytes(String kind, byte[] file, String where, String code, String en, String nl) {
        return new Broken(kind, CSV, file, where, code, en, nl);
    }

    private static Broken xlsx(String kind, byte[] file, String where, String code, String en, String nl) {
        return new Broken(kind, XLSX, file, where, code, en, nl);
    }

    static Stream<Broken> files() throws IOException {
        return Stream.of(encodings(), tables(), cells(), clashes(), workbooks()).flatMap(List::stream);
    }

    private static byte[] marked(Charset charset, String mark) {
        return (mark + HEAD + ANN).getBytes(charset);
    }

    private static List<Broken> encodings() {
        var all = "CSV UTF-8";
        return List.of(
                bytes("nothing at all", new byte[0], "/1", "file-empty", "names everybody", "noem iedereen"),
                csv("a mark and nothing else", "\uFEFF", "/1", "file-empty", "names everybody", "noem iedereen"),
                csv("blank lines", "\n \n,,,,,\n", "/1", "file-empty", "names everybody", "noem iedereen"),
                bytes("UTF-16 with its mark", marked(UTF_16, ""), "/1", "file-utf16", all, all),
                bytes("UTF-16, the other way", marked(UTF_16LE, "\uFEFF"), "/1", "file-utf16", all, all),
                bytes("UTF-16 without a mark", marked(UTF_16BE, ""), "/1", "file-not-text", all, all),
                bytes(
                        "Windows-1252",
                        (HEAD + ANN + ANN.replace("Ann", "Ren\u00E9")).getBytes(Charset.forName("windows-1252")),
                        "/3",
                        "file-not-utf8",
                        all,
                        all),
                bytes(
                        "a picture",
                        HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"),
                        "/1",
                        "file-not-text",
                        all,
                        all));
    }

    private static List<Broken> tables() {
        var more = "\nz,z@city.example,nl," + ROADS + ",employee,Z";
        return List.of(
                csv("only a heading", HEAD, "/1", "file-empty", "names everybody", "noem iedereen"),
                csv("no heading", ANN, "/1", "column-unknown", "leave out", "laat weg"),
                csv(
                        "a column missing",
                        HEAD.replace("role,", "") + ANN,
                        "/1/role",
                        "column-missing",
                        "the first line is person",
                        "de eerste regel is persoon"),
                csv(
                        "a column twice, in two languages",
                        HEAD.replace("name", "persoon") + ANN,
                        "/1/person",
                        "column-twice",
                        "keep one",
                        "houd er"),
                csv(
                        "a column too many",
                        HEAD.replace("name", "salary") + ANN,
                        "/1",
                        "column-unknown",
                        "leave out",
                        "laat weg"),
                csv(
                        "a quotation mark alone",
                        HEAD + ANN + "\"b\"x,b@city.example\n",
                        "/3",
                        "file-not-csv",
                        "whole cell in quotation marks",
                        "hele cel tussen aanhalingstekens"),
                csv(
                        "too many cells",
                        HEAD + ANN.strip() + ",more\n",
                        "/2",
                        "cells-differ",
                        "every column one cell",
                        "geef elke kolom"),
                csv(
                        "too few cells",
                        HEAD + "ann,ann@city.example\n",
                        "/2",
                        "cells-differ",
                        "every column one cell",
                        "geef elke kolom"),
                csv(
                        "too many rows",
                        HEAD + more.strip() + more.repeat(50_000),
                        "/50002",
                        "rows-too-many",
                        "below the last person",
                        "onder de laatste persoon"));
    }

    private static List<Broken> cells() {
        return List.of(
                csv(
                        "a subject with a bell",
                        HEAD + ANN.replace("ann,", "an\u0007n,"),
                        "/2/person",
                        "person-not-allowed",
                        "no control characters",
                        "zonder stuurtekens"),
                csv(
                        "a subject too long",
                        HEAD + "a".repeat(201) + ANN.substring(3),
                        "/2/person",
                        "person-not-allowed",
                        "1 to 200 characters",
                        "1 tot 200 tekens"),
                csv(
                        "a subject that is a formula",
                        HEAD + "=1+1" + ANN.substring(3),
                        "/2/person",
                        "cell-like-formula",
                        "write it otherwise",
                        "schrijf het anders"),
                csv(
                        "a name with a tab in it",
                        HEAD + ANN.replace("Ann", "\"A\tnn\""),
                        "/2/name",
                        "person-name-not-allowed",
                        "correct it or leave it empty",
                        "laat hem leeg"),
                csv(
                        "a name that turns the text around",
                        HEAD + ANN.replace("Ann", "A\u202Enn"),
                        "/2/name",
                        "person-name-not-allowed",
                        "correct it or leave it empty",
                        "laat hem leeg"),
                csv(
                        "a name of 101 letters",
                        HEAD + ANN.replace("Ann", "\u00E9".repeat(101)),
                        "/2/name",
                        "person-name-not-allowed",
                        "1 to 100 characters",
                        "1 tot 100 tekens"),
                csv(
                        "a name that is a formula",
                        HEAD + ANN.replace("Ann", "=HYPERLINK(1)"),
                        "/2/name",
                        "cell-like-formula",
                        "write it otherwise",
                        "schrijf het anders"),
                csv(
                        "an address that is none",
                        HEAD + ANN.replace("ann@city.example", "ann"),
                        "/2/address",
                        "address-not-allowed",
                        "name@organisation.example",
                        "naam@organisatie.example"),
                csv(
                        "a language that we do not speak",
                        HEAD + ANN.replace(",nl,", ",fr,"),
                        "/2/language",
                        "language-not-allowed",
                        "nl or en",
                        "nl of en"),
                csv(
                        "a team that is not there",
                        HEAD + ANN.replace(ROADS, "none"),
                        "/2/team",
                        "team-unknown",
                        "make it first",
                        "maak het eerst"),
                csv(
                        "a role that is not there",
                        HEAD + ANN.replace("employee", "boss"),
                        "/2/role",
                        "role-not-allowed",
                        "employee or lead",
                        "medewerker of leidinggevende"));
    }

    private static List<Broken> clashes() {
        var lead = ANN.replace("employee", "lead");
        return List.of(
                csv("somebody twice", HEAD + ANN + ANN, "/3/person", "person-twice", "line 2 too", "regel 2"),
                csv(
                        "somebody with two names",
                        HEAD + lead + lead.replace(ROADS, PARKS).replace("Ann", "Anna"),
                        "/3/person",
                        "person-differs",
                        "line 2; make them the same",
                        "maak ze gelijk"),
                csv(
                        "an employee in two teams",
                        HEAD + ANN + ANN.replace(ROADS, PARKS),
                        "/3/team",
                        "employee-in-two-teams",
                        "keep the one team",
                        "houd het ene team"),
                csv(
                        "lead and employee at once",
                        HEAD + ANN + lead.replace(ROADS, PARKS),
                        "/3/person",
                        "lead-and-employee",
                        "see line 2",
                        "zie regel 2"),
                csv(
                        "one address for two",
                        HEAD + ANN + ANN.replace("ann,ann", "bo,ANN"),
                        "/3/address",
                        "address-twice",
                        "give each person their own",
                        "geef iedereen een eigen adres"));
    }

    private static List<Broken> workbooks() throws IOException {
        var good = workbook(HEAD + ANN);
        var open = "open it, save it again";
        var again = "bewaar het opnieuw";
        return List.of(
                bytes("a workbook as CSV", good, "/1", "file-is-workbook", "content type of .xlsx", "inhoudstype"),
                xlsx(
                        "CSV as a workbook",
                        (HEAD + ANN).getBytes(UTF_8),
                        "/1",
                        "file-not-workbook",
                        "text/csv",
                        "text/csv"),
                xlsx("nothing as a workbook", new byte[0], "/1", "file-not-workbook", "text/csv", "text/csv"),
                xlsx(
                        "a workbook with a password",
                        Arrays.copyOf(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 4096),
                        "/1",
                        "file-protected",
                        "without a password",
                        "zonder wachtwoord"),
                xlsx("half a workbook", Arrays.copyOf(good, good.length / 2), "/1", "file-damaged", open, again),
                xlsx(
                        "a workbook with a broken sheet",
                        changed(
                                good,
                                (name, part) ->
                                        name.endsWith("sheet1.xml") ? part.substring(0, part.length() / 2) : part),
                        "/1",
                        "file-damaged",
                        open,
                        again),
                xlsx("another kind of ZIP", zip("word/document.xml", 1), "/1", "file-damaged", open, again),
                xlsx(
                        "a workbook without a sheet",
                        changed(
                                good,
                                (name, part) -> name.equals("xl/workbook.xml")
                                        ? part.replaceAll("<sheets>.*</sheets>", "<sheets></sheets>")
                                        : part),
                        "/1",
                        "sheet-missing",
                        "on the first sheet",
                        "op het eerste blad"),
                xlsx(
                        "a workbook that unpacks without end",
                        zip("xl/worksheets/sheet1.xml", 200),
                        "/1",
                        "file-too-large",
                        "copy the list alone",
                        "kopieer alleen de lijst"),
                xlsx(
                        "a workbook with a formula",
                        workbook(sheet -> {
                            PeopleFiles.fill(sheet, HEAD + ANN);
                            sheet.formula(1, 5, "A2");
                        }),
                        "/2/name",
                        "cell-is-formula",
                        "paste its values",
                        "plak alleen de waarden"),
                xlsx(
                        "a workbook with an error",
                        changed(
                                workbook(HEAD + ANN.replace("employee", "")),
                                (name, part) -> name.endsWith("sheet1.xml")
                                        ? part.replaceAll(
                                                "<c r=\"F2\"[^>]*>.*?</c>", "<c r=\"F2\" t=\"e\"><v>#N/A</v></c>")
                                        : part),
                        "/2/name",
                        "cell-in-error",
                        "write what is meant",
                        "schrijf wat er moet staan"),
                number("a billion digits in eleven characters", "1E999999999"),
                number("a billion digits behind the point", "1E-999999999"),
                number("a number of a hundred digits", "1".repeat(100)),
                xlsx(
                        "a workbook with a cell too many",
                        workbook(HEAD + ANN.strip() + ",more\n"),
                        "/2",
                        "cells-differ",
                        "every column one cell",
                        "geef elke kolom"),
                xlsx(
                        "a workbook with a cell far away",
                        workbook(sheet -> {
                            PeopleFiles.fill(sheet, HEAD + ANN);
                            sheet.value(1, 16_000, "x");
                        }),
                        "/2",
                        "cells-differ",
                        "every column one cell",
                        "geef elke kolom"),
                xlsx(
                        "a workbook with a heading only",
                        workbook(HEAD),
                        "/1",
                        "file-empty",
                        "names everybody",
                        "noem iedereen"),
                xlsx(
                        "a workbook with a line break in a name",
                        workbook(sheet -> {
                            PeopleFiles.fill(sheet, HEAD + ANN);
                            sheet.value(1, 5, "A\nnn");
                        }),
                        "/2/name",
                        "person-name-not-allowed",
                        "no control characters",
                        "zonder stuurtekens"));
    }

    private static Broken number(String kind, String number) throws IOException {
        var file = changed(
                workbook(HEAD + ANN.replace("employee", "")),
                (name, part) -> name.endsWith("sheet1.xml")
                        ? part.replaceAll("<c r=\"F2\"[^>]*>.*?</c>", "<c r=\"F2\"><v>" + number + "</v></c>")
                        : part);
        return xlsx(kind, file, "/2/name", "number-too-long", "make the cell text", "maak van de cel tekst");
    }

    /** Megabytes of nothing, packed small. */
    private static byte[] zip(String part, int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(part));
            var block = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_broken_file_changes_nothing_and_says_what_to_do(Broken broken) {
        var before = SERVER.bean(People.class).all();

        var english = PeopleFiles.send(SERVER, broken.file(), broken.type(), false, "en");
        var dutch = PeopleFiles.send(SERVER, broken.file(), broken.type(), true, "nl");

        var line = broken.where().split("/", -1)[1];
        assertThat(english.status()).as(english.toString()).isEqualTo(422);
        assertThat(english.json().at("/errors/0/pointer").asString()).isEqualTo(broken.where());
        assertThat(english.json().at("/errors/0/code").asString()).isEqualTo(broken.code());
        assertThat(english.json().at("/errors/0/detail").asString())
                .startsWith("Line " + line)
                .contains(broken.en());
        assertThat(dutch.json().at("/errors/0/detail").asString())
                .startsWith("Regel " + line)
                .contains(broken.nl());
        assertThat(SERVER.bean(People.class).all()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_too_big_is_not_looked_at() {
        var reply = PeopleFiles.send(SERVER, new byte[4096 * 1024 + 1], XLSX, true, "nl");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().path("title").asString()).isEqualTo("Dit verzoek is te groot");
    }

    @Test
    void a_good_file_beside_these_is_taken() {
        for (var good : List.of(
                new Broken("CSV", CSV, (HEAD + ANN).getBytes(UTF_8), "", "", "", ""),
                new Broken("workbook", XLSX, workbook(HEAD + ANN), "", "", "", ""))) {
            var reply = PeopleFiles.send(SERVER, good.file(), good.type(), true, "en");
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        }
    }

    @Test
    void of_very_many_faults_the_first_are_named_and_that_there_are_more() {
        var reply = PeopleFiles.send(SERVER, (HEAD + "x,x,x,x,x,x\n".repeat(300)).getBytes(UTF_8), CSV, true, "en");

        assertThat(reply.json().path("errors")).hasSize(201);
        assertThat(reply.json().at("/errors/200/code").asString()).isEqualTo("faults-go-on");
    }
}
