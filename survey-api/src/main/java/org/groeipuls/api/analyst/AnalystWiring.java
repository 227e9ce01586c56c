package org.groeipuls.api.analyst;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({
    HistoryResource.class,
    LexiconResource.class,
    LexiconDesk.class,
    ErrorTalkResource.class,
    TalkReader.class,
    ReadableTexts.class
})
public class AnalystWiring {}
