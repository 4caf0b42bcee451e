package org.zonedrift.delegation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import reactor.core.publisher.Mono;

/** Learns who serves a zone from the servers of its parent, starting at the root. */
public final class IterativeDelegations implements Delegations {

    private static final Manner DELEGATION = Manner.authoritative(Purpose.DELEGATION);

    private final LaneBook book;

    public IterativeDelegations(LaneBook book) {
        this.book = book;
    }

    @Override
    public Mono<Delegation> find(DomainName zone, DnsExchange exchange) {
        return Mono.create(sink -> find(zone, exchange, sink::success));
    }

    private void find(DomainName zone, DnsExchange exchange, Consumer<Delegation> done) {
        if (zone.isRoot()) {
            done.accept(root());
            return;
        }
        Errand errand = new Errand(exchange, DELEGATION, new Budget(Budget.PER_ZONE), null);
        new Descent(book, zone, RecordType.NS, errand, arrival -> new ParentWord(zone, done).heard(arrival)).begin();
    }

    /** The root has no parent: its own set is all there is, and how it compares stays unknown. */
    private Delegation root() {
        Set<DomainName> hosts = Set.copyOf(book.cuts().root().hosts());
        return new Delegation(
                DomainName.ROOT,
                Standing.DELEGATED,
                Source.of(Method.ITERATIVE),
                null,
                hosts,
                book.hints().glue(),
                Set.of());
    }

    /** What the servers of the parent say about one zone, which may take asking several of them. */
    private static final class ParentWord {

        /** Parent servers asked besides the first when it serves the child too and so hides the cut. */
        private static final int OTHERS_MAX = 2;

        private final DomainName zone;
        private final Consumer<Delegation> done;
        private final Set<DomainName> childNs = new HashSet<>();
        private int hidden;

        ParentWord(DomainName zone, Consumer<Delegation> done) {
            this.zone = zone;
            this.done = done;
        }

        void heard(Descent.Arrival arrival) {
            ZoneCut parent = arrival.cut();
            Said said = arrival.said();
            if (said instanceof Said.Referral referral) {
                delegated(parent, referral);
            } else if (said instanceof Said.Records records) {
                served(arrival, records);
            } else if (hidden > 0) {
                servedByParent(parent);
            } else {
                done.accept(absent(parent, said));
            }
        }

        private void delegated(ZoneCut parent, Said.Referral referral) {
            Source source = new Source(
                    Method.ITERATIVE, parent.zone(), null, referral.ttl(), null, "NOERROR", List.of(), -1, -1, null);
            done.accept(new Delegation(
                    zone, Standing.DELEGATED, source, Set.copyOf(referral.hosts()), null, referral.glue(), Set.of()));
        }

        private void served(Descent.Arrival arrival, Said.Records records) {
            for (ResourceRecord record : records.records()) {
                if (record instanceof ResourceRecord.Pointer pointer) {
                    childNs.add(pointer.target());
                }
            }
            CutQuestion question = arrival.question();
            if (question == null || hidden++ == OTHERS_MAX) {
                servedByParent(arrival.cut());
            } else {
                question.next(said -> heard(new Descent.Arrival(arrival.cut(), question, said)));
            }
        }

        private void servedByParent(ZoneCut parent) {
            Source source = source(parent.zone(), null, "NOERROR", null);
            done.accept(new Delegation(
                    zone, Standing.DELEGATED, source, null, childNs, List.of(), Set.of("parent-serves-child")));
        }

        private Delegation absent(ZoneCut parent, Said said) {
            if (said instanceof Said.Denied denied) {
                return missing(Standing.DENIED_BY_PARENT, parent, denied.zone(), "NXDOMAIN");
            }
            if (said instanceof Said.Nothing nothing) {
                DomainName enclosing = nothing.zone() == null ? parent.zone() : nothing.zone();
                return missing(Standing.INSIDE_ZONE, parent, enclosing, "NOERROR");
            }
            if (said instanceof Said.Alias) {
                return missing(Standing.CNAME, parent, parent.zone(), "NOERROR");
            }
            if (said instanceof Said.Redirected) {
                return missing(Standing.DNAME, parent, parent.zone(), "NOERROR");
            }
            Said.Useless useless = (Said.Useless) said;
            Source source = source(parent.zone(), null, null, useless.why());
            return Delegation.missing(zone, standing(useless.fault()), source);
        }

        private Delegation missing(Standing standing, ZoneCut parent, @Nullable DomainName enclosing, String rcode) {
            return Delegation.missing(zone, standing, source(parent.zone(), enclosing, rcode, null));
        }

        private static Standing standing(Said.Fault fault) {
            return switch (fault) {
                case LAME -> Standing.PARENT_LAME;
                case SILENT -> Standing.PARENT_UNREACHABLE;
                case BUDGET -> Standing.QUERY_BUDGET;
                case REFERRALS, TOO_DEEP -> Standing.REFERRAL_LIMIT;
                case LOOP -> Standing.LOOP;
            };
        }

        private static Source source(
                DomainName parent, @Nullable DomainName enclosing, @Nullable String rcode, @Nullable String error) {
            return new Source(Method.ITERATIVE, parent, enclosing, -1, null, rcode, List.of(), -1, -1, error);
        }
    }
}
