package org.groeipuls.pages.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.api.hr.UnitTexts;
import org.groeipuls.api.hr.UnitTexts.Texts;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.team.UnitId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What people wrote, for HR and analysts: per unit, without group, day or order. */
@Controller
public final class TextsPage {
    private final UnitTexts texts;
    private final Pages pages;

    public TextsPage(UnitTexts texts, Pages pages) {
        this.texts = texts;
        this.pages = pages;
    }

    @GetMapping("/texts")
    ResponseEntity<String> list(HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        return pages.page(HttpStatus.OK, "texts", "/texts", words, Map.of("units", texts.units()));
    }

    @GetMapping("/texts/{unit}")
    ResponseEntity<String> show(@PathVariable("unit") String unit, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var path = request.getRequestURI();
        return find(unit)
                .map(read -> pages.page(HttpStatus.OK, "texts-unit", path, words, Map.of("unit", read)))
                .orElseGet(() -> pages.notice(HttpStatus.NOT_FOUND, "unknown-unit", path, words));
    }

    private Optional<Texts> find(String unit) {
        try {
            return texts.read(new UnitId(unit));
        } catch (IdNotAllowed notAnId) {
            return Optional.empty();
        }
    }
}
