package org.zonedrift.delegation;

import java.util.List;
import java.util.function.Consumer;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * One question put to the servers of a zone, one after another, until one says something useful.
 * Zones begin at different servers, so that the load spreads.
 */
final class CutQuestion {

    /** Servers asked one after another before the zone counts as broken: the 13 names' worth of tries is too many. */
    private static final int SERVERS_MAX = 6;

    private final ZoneCut cut;
    private final DomainName name;
    private final int type;
    private final Errand errand;
    private final int begin;
    private int asked;
    private Said.Useless soFar;

    CutQuestion(ZoneCut cut, DomainName name, int type, Errand errand) {
        this.cut = cut;
        this.name = name;
        this.type = type;
        this.errand = errand;
        this.begin = cut.addresses().isEmpty()
                ? 0
                : Math.floorMod(name.hashCode(), cut.addresses().size());
        this.soFar = new Said.Useless(Said.Fault.SILENT, "no server of " + cut.zone() + " has a usable address");
    }

    /** How many servers have been asked. */
    int asked() {
        return asked;
    }

    /** What the next server says that says something useful; else why none did. */
    void next(Consumer<Said> done) {
        List<ServerAddress> servers = cut.addresses();
        if (asked >= Math.min(servers.size(), SERVERS_MAX)) {
            done.accept(soFar);
        } else if (errand.budget().isSpent()) {
            done.accept(new Said.Useless(Said.Fault.BUDGET, "the query budget is spent"));
        } else {
            ServerAddress server = servers.get((begin + asked++) % servers.size());
            errand.exchange()
                    .ask(new DnsQuestion(name, type, errand.manner()), server, answer -> heard(answer, server, done));
        }
    }

    private void heard(Answer answer, ServerAddress server, Consumer<Said> done) {
        // A question that was never sent costs one all the same, so that every loop ends.
        errand.budget().spend(Math.max(1, answer.course().tries()));
        Said said = read(answer, server);
        if (said instanceof Said.Useless useless) {
            if (soFar.fault() != Said.Fault.LAME || useless.fault() == Said.Fault.LAME) {
                soFar = useless;
            }
            next(done);
        } else {
            done.accept(said);
        }
    }

    private Said read(Answer answer, ServerAddress server) {
        if (answer instanceof Answer.Reply reply) {
            Said said = new ReplyReading(cut.zone(), name, type, server.port()).read(reply.message());
            return said instanceof Said.Useless useless
                    ? new Said.Useless(useless.fault(), told(server, useless.why()))
                    : said;
        }
        Answer.Silence why = ((Answer.NoReply) answer).why();
        Said.Fault fault = why == Answer.Silence.MALFORMED ? Said.Fault.LAME : Said.Fault.SILENT;
        return new Said.Useless(fault, told(server, why.name()));
    }

    private String told(ServerAddress server, String what) {
        return "server " + server.host() + " of " + cut.zone() + ": " + what;
    }
}
