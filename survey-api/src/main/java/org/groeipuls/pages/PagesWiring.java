package org.groeipuls.pages;

import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Which classes make up the pages. Needs the tables of agenda, shelf, organisation and trend, and a
 * {@link org.groeipuls.api.security.TeamAccess}.
 */
@Configuration(proxyBeanMethods = false)
@Import({StartPage.class, SignInPage.class, AnswerPage.class, DashboardPage.class})
public class PagesWiring {
    /** The wall clock of those who read the pages. */
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Bean
    static SpringTemplateEngine pageTemplates() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/pages/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        templates.setCheckExistence(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.addMessageResolver(new BundleMessages());
        return engine;
    }

    @Bean
    static Pages pages(SpringTemplateEngine engine) {
        return new Pages(engine, ZONE);
    }
}
