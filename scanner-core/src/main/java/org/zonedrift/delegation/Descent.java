package org.zonedrift.delegation;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;

/**
 * A search from the deepest known zone down to a name, one label at a time (RFC 9156, relaxed).
 *
 * <p>Asked for NS, it ends at the parent of the name, with the referral or with what stands in its
 * place. Asked for anything else, it goes on to the zone that holds the name.
 */
final class Descent {

    /** Referrals followed in one search; a real name needs three or four. */
    private static final int REFERRALS_MAX = 16;

    /** Labels added one by one; after that, the whole name (RFC 9156 §2.3, MAX_MINIMISE_COUNT). */
    private static final int MINIMISED_MAX = 10;

    /** Where the search ended, what was said there, and the question, for asking another server. */
    record Arrival(ZoneCut cut, @Nullable CutQuestion question, Said said) {}

    private final LaneBook book;
    private final DomainName name;
    private final int type;
    private final Errand errand;
    private final Consumer<Arrival> done;
    private int referrals;
    private int minimised;
    private boolean whole;
    private boolean sought;

    Descent(LaneBook book, DomainName name, int type, Errand errand, Consumer<Arrival> done) {
        this.book = book;
        this.name = name;
        this.type = type;
        this.errand = errand;
        this.done = done;
    }

    /** Begins with what is at hand: for the addresses of a host nobody is asked what a zone file says. */
    void begin() {
        Optional<Delegation> known =
                type == RecordType.NS ? Optional.empty() : book.known().towards(name);
        if (known.isEmpty()) {
            go();
        } else if (known.get().standing() == Delegation.Standing.DELEGATED) {
            book.learn(known.get());
            go();
        } else {
            end(book.cutOf(known.get()), null, KnownWord.of(known.get(), type));
        }
    }

    private void go() {
        DomainName lowest = type == RecordType.NS ? name.parent() : name;
        ZoneCut cut = book.cuts().deepestAbove(lowest, book.now());
        if (cut.zone().isRoot() && book.priming().isDue(book.now())) {
            book.priming().prime(book, errand.exchange(), isAnswered -> go());
        } else if (cut.addresses().isEmpty()) {
            locate(cut, new Said.Useless(Said.Fault.SILENT, "no server of " + cut.zone() + " has a usable address"));
        } else {
            ask(cut);
        }
    }

    /** Looks for servers whose addresses did not come with the referral. */
    private void locate(ZoneCut cut, Said.Useless soFar) {
        new CutServers(book, cut, errand)
                .locate(
                        found -> {
                            book.cuts().learn(cut.with(found));
                            ask(cut.at(found));
                        },
                        fault -> end(cut, null, cut.addresses().isEmpty() ? fault : soFar));
    }

    private void ask(ZoneCut cut) {
        DomainName next = nextBelow(cut.zone());
        if (book.cuts().gapAt(next, book.now()) == ZoneCuts.Gap.DENIED) {
            end(cut, null, new Said.Denied(cut.zone(), 0));
        } else if (next.equals(name)) {
            CutQuestion question = new CutQuestion(cut, name, type, errand.at(cut, book.known()));
            question.next(said -> heardAll(cut, question, said));
        } else {
            minimised++;
            book.steps().ask(cut, next, errand.at(cut, book.known()), book.lane(), said -> heardStep(cut, said));
        }
    }

    /** The name with one more label than the zone, or more where we know that nothing is cut. */
    private DomainName nextBelow(DomainName zone) {
        int all = name.labelCount();
        int labels = Math.min(zone.labelCount() + 1, all);
        while (labels < all && (whole || minimised >= MINIMISED_MAX || isInside(name.ancestor(labels)))) {
            labels++;
        }
        return name.ancestor(labels);
    }

    private boolean isInside(DomainName ancestor) {
        return book.cuts().gapAt(ancestor, book.now()) == ZoneCuts.Gap.INSIDE_ZONE;
    }

    private void heardAll(ZoneCut cut, CutQuestion question, Said said) {
        boolean leadsOn = said instanceof Said.Referral referral
                && (type != RecordType.NS || !referral.zone().equals(name));
        if (leadsOn) {
            follow(cut, (Said.Referral) said);
        } else {
            endOrLocate(cut, question, said);
        }
    }

    /** Where all known servers fail, those without an address are looked for, once. */
    private void endOrLocate(ZoneCut cut, @Nullable CutQuestion question, Said said) {
        boolean mayGoOn = said instanceof Said.Useless useless
                && (useless.fault() == Said.Fault.SILENT || useless.fault() == Said.Fault.LAME)
                && !cut.unlocated().isEmpty()
                && !sought;
        if (mayGoOn) {
            sought = true;
            locate(cut, (Said.Useless) said);
        } else {
            end(cut, question, said);
        }
    }

    private void heardStep(ZoneCut cut, Said said) {
        if (said instanceof Said.Referral referral) {
            follow(cut, referral);
        } else if (said instanceof Said.Useless useless) {
            endOrLead(cut, useless);
        } else if (said instanceof Said.Denied && cut.zone().isRoot()) {
            end(cut, null, said);
        } else {
            // Some servers deny names that only have names below them: the whole name decides.
            whole |= said instanceof Said.Denied || said instanceof Said.Redirected;
            go();
        }
    }

    /** Another's budget may have ended a step that we waited for; ours pays for the next try. */
    private void endOrLead(ZoneCut cut, Said.Useless useless) {
        if (useless.fault() == Said.Fault.BUDGET && !errand.budget().isSpent()) {
            errand.budget().spend(1);
            go();
        } else {
            endOrLocate(cut, null, useless);
        }
    }

    private void follow(ZoneCut from, Said.Referral referral) {
        if (++referrals > REFERRALS_MAX) {
            end(from, null, new Said.Useless(Said.Fault.REFERRALS, "more than " + REFERRALS_MAX + " referrals"));
        } else {
            book.cuts().learn(book.cutOf(referral));
            go();
        }
    }

    private void end(ZoneCut cut, @Nullable CutQuestion question, Said said) {
        done.accept(new Arrival(cut, question, said));
    }
}
