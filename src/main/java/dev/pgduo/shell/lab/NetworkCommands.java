package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
import dev.pgduo.lab.fault.catalogue.Faults;
import dev.pgduo.lab.fault.network.Networks;
import dev.pgduo.report.LabException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands {@code cut}, {@code delay}, {@code throttle}, {@code mend}: short names for network faults. */
public final class NetworkCommands {
    @Command(
            name = "cut",
            group = "faults",
            description = "cut the network between the nodes: packets are lost without an error",
            help =
                    "Meanwhile the servers' replication timeouts are 3 s instead of 60 s. The network is a proxy process that"
                            + " the standby connects to instead of the primary; SQL sessions do not go through it. \"fault list"
                            + " network\" shows the other network faults.")
    void cut(
            @Option(longName = "to", description = "only in the direction of this node: a, b, primary or standby")
                    @Nullable
                    String to,
            @Option(longName = "keep-timeouts", description = "do not change the servers' timeouts") boolean keep,
            LabContext context) {
        inject(name(to, context), Map.of("keep-timeouts", keep ? "yes" : "no"), context);
    }

    private static String name(@Nullable String to, LabContext context) {
        if (to == null) {
            return Networks.CUT;
        }
        NodeName node = context.lab().resolve(to);
        return context.lab().node(node).status().status() == NodeStatus.RUNNING_PRIMARY
                ? Networks.CUT_TO_PRIMARY
                : Networks.CUT_TO_STANDBY;
    }

    @Command(name = "delay", group = "faults", description = "delay the network between the nodes, in each direction")
    void delay(
            @Argument(index = 0, defaultValue = "200", description = "milliseconds") String ms,
            @Option(longName = "jitter", defaultValue = "0", description = "random variation in milliseconds")
                    String jitter,
            LabContext context) {
        inject(Networks.DELAY, Map.of("latency", ms, "jitter", jitter), context);
    }

    @Command(
            name = "throttle",
            group = "faults",
            description = "limit the bandwidth between the nodes, in each direction")
    void throttle(
            @Argument(index = 0, defaultValue = "100", description = "kB per second") String rate, LabContext context) {
        inject(Networks.THROTTLE, Map.of("rate", rate), context);
    }

    private static void inject(String name, Map<String, String> arguments, LabContext context) {
        new FaultReport(context).inject(FaultCatalogue.get(name), Optional.empty(), arguments);
    }

    @Command(
            name = "mend",
            group = "faults",
            description = "end all network faults: the standby connects to the primary directly again")
    void mend(LabContext context) {
        Faults faults = context.steps().faults();
        List<String> names = FaultCatalogue.of(FaultGroup.NETWORK).stream()
                .map(fault -> fault.card().name())
                .toList();
        List<StandingFault> meant = faults.standing().stream()
                .filter(fault -> names.contains(fault.name()))
                .toList();
        if (meant.isEmpty()) {
            throw LabException.of("no network fault is active", "\"status\" shows the active faults.");
        }
        FaultCommands.heal(meant, faults, context);
    }
}
