package org.groeipuls.pages.hr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.groeipuls.api.hr.ProgrammeRequest.MailsRequest;
import org.groeipuls.api.hr.ProgrammeView;
import org.groeipuls.instrument.Form.Audience;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.programme.Mails;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** The part of a programme's form that says which groups are asked what, in which order, and when they are reminded. */
final class AskedForm {
    /** Instead of days of one's own. */
    private static final List<String> REMINDERS = List.of("usual", "none", "own");

    private static final int MOST_REMINDERS = 2;

    private AskedForm() {}

    /** Fills in what holds when nothing else is said. */
    static Sheet usual(Sheet sheet) {
        return sheet.with("asks", "all").with("reminders", "usual").with("question", "yes");
    }

    /** @param instrument of the programme, when it is known */
    static Sheet of(Sheet sheet, ProgrammeView known, @Nullable Instrument instrument) {
        var groups = known.groups();
        var yearly = known.yearly();
        var reminders = known.mails().reminders();
        boolean ownOrder = instrument == null || !known.cycle().equals(instrument.cycle());
        if (known.mails().monthlyQuestion()) {
            sheet.with("question", "yes");
        }
        return sheet.with("asks", groups == null ? "all" : "some")
                .with(
                        "groups",
                        groups == null
                                ? List.of()
                                : groups.stream().map(GroupId::value).toList())
                .with("cycle", ownOrder ? String.join(", ", known.cycle()) : "")
                .with("yearly", yearly == null ? "" : yearly)
                .with("reminders", reminders == null ? "usual" : reminders.isEmpty() ? "none" : "own")
                .with(
                        "reminderDays",
                        reminders == null
                                ? ""
                                : reminders.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** The groups that are asked; absent when all there are. */
    static @Nullable List<GroupId> groups(Sheet sheet, Fields fields) {
        if (!sheet.is("asks", "some")) {
            return null;
        }
        List<GroupId> groups = new ArrayList<>();
        try {
            sheet.all("groups").forEach(id -> groups.add(new GroupId(id)));
        } catch (IdNotAllowed notAnId) {
            fields.fault("groups", "group-unknown");
        }
        if (groups.isEmpty()) {
            fields.fault("groups", "groups-missing");
        }
        return groups;
    }

    /** Forms in their order, parted by commas; absent for the order of the instrument. */
    static @Nullable List<String> cycle(Fields fields, @Nullable Instrument instrument) {
        var names = Arrays.stream(fields.text("cycle").split("[,;\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        names.forEach(name -> known(name, "cycle", fields, instrument));
        return names.isEmpty() ? null : names;
    }

    static @Nullable String yearly(Fields fields, @Nullable Instrument instrument) {
        var name = fields.text("yearly");
        if (name.isEmpty()) {
            return null;
        }
        known(name, "yearly", fields, instrument);
        return name;
    }

    private static void known(String name, String field, Fields fields, @Nullable Instrument instrument) {
        if (instrument != null && !forms(List.of(instrument)).contains(name)) {
            fields.fault(field, "form-unknown");
        }
    }

    /** The names of the forms that groups fill in. */
    static List<String> forms(List<Instrument> instruments) {
        return instruments.stream()
                .flatMap(instrument -> instrument.forms().stream())
                .filter(form -> form.audience() == Audience.GROUP)
                .map(form -> form.name())
                .distinct()
                .toList();
    }

    static MailsRequest mails(Fields fields) {
        return new MailsRequest(reminders(fields), fields.ticked("question"));
    }

    private static @Nullable List<Integer> reminders(Fields fields) {
        var chosen = fields.text("reminders");
        if (!chosen.isEmpty() && !REMINDERS.contains(chosen)) {
            fields.fault("reminders", "choose-one");
        }
        if (!chosen.equals("own")) {
            return chosen.equals("none") ? List.of() : Mails.USUAL.reminders();
        }
        try {
            var days = Arrays.stream(fields.text("reminderDays").split("[,;\\s]+"))
                    .filter(day -> !day.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
            if (days.isEmpty() || days.size() > MOST_REMINDERS) {
                fields.fault("reminderDays", "reminders-unreadable");
            }
            return days;
        } catch (NumberFormatException notADay) {
            fields.fault("reminderDays", "reminders-unreadable");
            return List.of();
        }
    }

    /** The groups to choose from; also those that were chosen and are there no more, so that they can be taken out. */
    static List<GroupChoice> choices(Organisation now, Sheet sheet) {
        List<GroupChoice> choices = new ArrayList<>(GroupChoice.all(now));
        var ids = choices.stream().map(GroupChoice::id).toList();
        sheet.all("groups").stream()
                .filter(id -> !ids.contains(id))
                .map(id -> new GroupChoice(id, id, 0))
                .forEach(choices::add);
        return choices;
    }
}
