package org.zonedrift.cli.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonedrift.cli.plan.Workload.Server;
import org.zonedrift.cli.plan.Workload.Usage;
import org.zonedrift.input.Target;
import org.zonedrift.input.Targets;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.ServerAddress;

/** The workload of an input that says which servers its zones have, and how many of its zones do not say so. */
final class InputSurvey {

    private final Workload workload;
    private long silent;

    private InputSurvey(Workload workload) {
        this.workload = workload;
    }

    static InputSurvey of(Targets targets, Usage usage) {
        InputSurvey survey = new InputSurvey(new Workload(usage));
        for (Optional<Target> next = targets.next(); next.isPresent(); next = targets.next()) {
            if (next.get() instanceof Target.Zone zone) {
                survey.add(zone);
            }
        }
        return survey;
    }

    private void add(Target.Zone zone) {
        List<Server> servers = new ArrayList<>();
        for (NameServer server : zone.servers()) {
            servers.add(new Server(
                    server.host(),
                    server.addresses().stream().map(Located::address).toList()));
        }
        Delegation delegation = zone.delegation();
        if (servers.isEmpty() && delegation != null) {
            delegation.nameServers().forEach(host -> servers.add(new Server(host, glueOf(host, delegation))));
        }
        if (servers.isEmpty()) {
            silent++;
        } else {
            workload.add(servers);
        }
    }

    private static List<ServerAddress> glueOf(DomainName host, Delegation delegation) {
        return delegation.glue().stream()
                .filter(glue -> glue.host().equals(host))
                .map(Glue::address)
                .toList();
    }

    Workload workload() {
        return workload;
    }

    /** Zones of which the input does not say who serves them. */
    long silent() {
        return silent;
    }
}
