package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.mail.MailSettings;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.answer.AskedPulses;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where HR prints the links of a group as cards: rendered once, in chance order, without a number. */
@Controller
public final class CardsPage {
    private static final List<String> REASONS = List.of("links-too-early", "links-by-mail", "links-already-issued");

    private final PulseAgenda agenda;
    private final AskedPulses asked;
    private final CardCodes codes;
    private final MailSettings settings;
    private final Pages pages;
    private final SecureRandom chance = new SecureRandom();

    public CardsPage(PulseAgenda agenda, AskedPulses asked, CardCodes codes, MailSettings settings, Pages pages) {
        this.agenda = agenda;
        this.asked = asked;
        this.codes = codes;
        this.settings = settings;
        this.pages = pages;
    }

    @GetMapping("/pulses/{pulse}/cards")
    ResponseEntity<String> choose(@PathVariable("pulse") String pulse, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var path = request.getRequestURI();
        var groups = find(pulse).stream()
                .flatMap(known -> known.issued().groups().stream())
                .flatMap(group -> asked.find(pulse, group.group().value(), words).stream())
                .toList();
        if (groups.isEmpty()) {
            return pages.notice(HttpStatus.NOT_FOUND, "unknown-pulse", path, words);
        }
        var content = new HashMap<String, Object>();
        content.put("title", groups.getFirst().title());
        content.put("groups", groups);
        content.put(
                "link",
                groups.getFirst().known().issued().rules().tickets() == TicketMode.LINK
                        && !groups.getFirst().over());
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(HttpStatus.OK, "cards", path, words, content);
    }

    @PostMapping("/pulses/{pulse}/cards")
    ResponseEntity<String> print(
            @PathVariable("pulse") String pulse,
            @RequestParam(value = "group", defaultValue = "") String group,
            HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var path = request.getRequestURI();
        var found = asked.find(pulse, group, words);
        if (found.isEmpty()) {
            return pages.notice(HttpStatus.NOT_FOUND, "unknown-pulse", path, words);
        }
        var address = settings.addressOr(
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString(),
                "/answer/" + found.get().id() + "/" + found.get().groupId());
        try {
            var content = new HashMap<String, Object>();
            content.put("pulse", found.get());
            content.put("address", address);
            content.put(
                    "cards",
                    cards(
                            address,
                            codes.of(new PulseId(pulse), new GroupId(group)).whole()));
            return pages.page(HttpStatus.OK, "cards-printed", path, words, content);
        } catch (Refusal refused) {
            var about = REASONS.contains(refused.code()) ? refused.code() : "refused";
            return pages.notice(HttpStatus.CONFLICT, "cards." + about, path, words);
        }
    }

    /** In an order of chance, so that the place on the sheet tells nothing of the place in the making. */
    private List<Card> cards(String address, List<String> whole) {
        List<Card> cards = new ArrayList<>();
        whole.forEach(code -> cards.add(new Card(address + "#" + code, code)));
        Collections.shuffle(cards, chance);
        return cards;
    }

    private Optional<KnownPulse> find(String pulse) {
        try {
            return agenda.find(new PulseId(pulse));
        } catch (IdNotAllowed notAnId) {
            return Optional.empty();
        }
    }
}
