package org.zonedrift.flink;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.zonedrift.exchange.Share;
import org.zonedrift.input.Target;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Provider;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.LimitGroup.Kind;

/** Whether subtasks own the operators of servers, and so may ask them faster than others. */
enum Ownership {
    /** Nobody owns anybody: each limit is parted evenly. */
    NONE {
        @Override
        Share share(Set<Integer> here, int subtasks) {
            return Share.equal(here.size(), subtasks);
        }
    },
    /** Each operator of the provider table has one subtask as its owner, to whom its zones are sent. */
    OPERATORS {
        @Override
        Share share(Set<Integer> here, int subtasks) {
            return Share.owning(
                    here.size(),
                    subtasks,
                    group -> group.kind() != Kind.OPERATOR,
                    group -> here.contains(ownerOf(group.key(), subtasks)));
        }
    };

    /**
     * The share of a process.
     *
     * @param here the subtasks that are in it
     * @param subtasks how many there are in all
     */
    abstract Share share(Set<Integer> here, int subtasks);

    /** The subtask that this key leads to, whoever computes it. */
    static int ownerOf(String key, int subtasks) {
        int bits = key.hashCode() * 0x9e3779b9;
        return Math.floorMod(bits ^ bits >>> 16, subtasks);
    }

    /** What decides who looks at a target: the first provider that serves it by its name, else its own name. */
    static String keyOf(Target target) {
        if (!(target instanceof Target.Zone zone)) {
            return String.valueOf(target.line().number());
        }
        Delegation delegation = zone.delegation();
        return Stream.concat(
                        delegation == null ? Stream.empty() : delegation.nameServers().stream(),
                        zone.servers().stream().map(server -> server.host()))
                .sorted()
                .map(host -> Operators.bundled().providerOf(host))
                .filter(Objects::nonNull)
                .map(Provider::id)
                .findFirst()
                .orElse(zone.name().toString());
    }
}
