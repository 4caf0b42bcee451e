package org.zonedrift.flink;

import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.zonedrift.cli.option.Durations;
import org.zonedrift.exchange.netty.NettySettings.Sockets;
import picocli.CommandLine.Option;

/** How Flink goes about it. */
final class FlinkOptions {

    @Option(
            names = "--execution",
            paramLabel = "batch|streaming",
            defaultValue = "streaming",
            description = "streaming takes checkpoints and goes on from them; batch begins a failed part anew "
                    + "(default: ${DEFAULT-VALUE})")
    RuntimeExecutionMode mode = RuntimeExecutionMode.STREAMING;

    @Option(
            names = "--checkpoint",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = Durations.class,
            description = "how much may be lost; each checkpoint ends a result file of each subtask "
                    + "(default: ${DEFAULT-VALUE})")
    Duration checkpoint = Duration.ofMinutes(1);

    @Option(
            names = "--waiting",
            paramLabel = "N",
            defaultValue = "20000",
            description = "zones of each subtask that may wait between two looks or for limits; all of them are "
                    + "part of each checkpoint (default: ${DEFAULT-VALUE})")
    int waiting = 20_000;

    @Option(
            names = "--give-up",
            paramLabel = "TIME",
            defaultValue = "6h",
            converter = Durations.class,
            description = "a zone that takes longer is an ERROR, waiting for limits included "
                    + "(default: ${DEFAULT-VALUE})")
    Duration giveUp = Duration.ofHours(6);

    @Option(
            names = "--strict-destinations",
            description = "give each operator of the provider table one subtask as its owner, which may ask it at "
                    + "half of its limits at least, however many subtasks there are; needs an input that tells "
                    + "which servers its zones have")
    boolean strict;

    Ownership ownership() {
        return strict ? Ownership.OPERATORS : Ownership.NONE;
    }

    @Option(
            names = "--transport",
            paramLabel = "nio|epoll",
            defaultValue = "nio",
            description =
                    "whose sockets carry the traffic; epoll loads a native library (default: " + "${DEFAULT-VALUE})")
    Transport transport = Transport.NIO;

    /** How the packets travel. */
    enum Transport {
        NIO(Sockets.NIO),
        EPOLL(Sockets.BEST);

        private final Sockets sockets;

        Transport(Sockets sockets) {
            this.sockets = sockets;
        }
    }

    Sockets sockets() {
        return transport.sockets;
    }
}
