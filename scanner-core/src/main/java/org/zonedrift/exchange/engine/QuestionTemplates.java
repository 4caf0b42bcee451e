package org.zonedrift.exchange.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Manner;
import org.zonedrift.wire.QuestionTemplate;

/** The templates of the manners in use, of which a program has a handful. Confined to its lane. */
final class QuestionTemplates {

    /** Beyond these the oldest is forgotten: somebody makes a manner for each question. */
    private static final int KEPT = 32;

    private final @Nullable Manner[] manners = new Manner[KEPT];
    private final QuestionTemplate[] templates = new QuestionTemplate[KEPT];
    private int nextPlace;

    QuestionTemplates() {
        Arrays.fill(templates, QuestionTemplate.plain());
    }

    QuestionTemplate of(Manner manner) {
        for (int i = 0; i < KEPT; i++) {
            if (manners[i] == manner) {
                return templates[i];
            }
        }
        int equal = Arrays.asList(manners).indexOf(manner);
        if (equal >= 0) {
            return templates[equal];
        }
        QuestionTemplate template = make(manner);
        manners[nextPlace] = manner;
        templates[nextPlace] = template;
        nextPlace = (nextPlace + 1) % KEPT;
        return template;
    }

    private static QuestionTemplate make(Manner manner) {
        QuestionTemplate template = switch (manner.recursion()) {
            case NONE -> QuestionTemplate.plain();
            case DESIRED -> QuestionTemplate.plain().desiringRecursion();
            case DESIRED_UNCHECKED ->
                QuestionTemplate.plain().desiringRecursion().checkingDisabled();
        };
        return switch (manner.edns()) {
            case PLAIN -> template;
            case EDNS -> template.withEdns(manner.options());
            case EDNS_DNSSEC -> template.withEdns(manner.options()).wantingDnssec();
        };
    }
}
