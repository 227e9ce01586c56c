package org.groeipuls.pages.start;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.groeipuls.api.security.DemonstrationSignIn;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The demonstration's own sign-in; elsewhere people sign in at their organisation's provider. */
@Controller
public final class SignInPage {
    private final ObjectProvider<DemonstrationSignIn> demonstration;
    private final Pages pages;

    public SignInPage(ObjectProvider<DemonstrationSignIn> demonstration, Pages pages) {
        this.demonstration = demonstration;
        this.pages = pages;
    }

    @GetMapping("/login")
    ResponseEntity<String> show(HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        if (demonstration.getIfAvailable() == null) {
            return pages.notice(HttpStatus.NOT_FOUND, "no-sign-in", "/login", words);
        }
        var content = new HashMap<String, Object>();
        content.put("wrong", request.getParameter("error") != null);
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(HttpStatus.OK, "sign-in", "/login", words, content);
    }
}
