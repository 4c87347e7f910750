package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
import dev.pgduo.lab.fault.catalogue.Faults;
import dev.pgduo.lab.fault.freeze.Freezes;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;

/** The commands {@code fault}, {@code heal}, {@code freeze}, {@code thaw}. */
public final class FaultCommands {
    private static final String ALL = "all";

    private final Drawn terminal;

    public FaultCommands(Drawn terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = {"fault", "list"},
            group = "faults",
            description = "list the faults that can be injected")
    void list(
            @Argument(index = 0, description = "death, freeze, network, replication or storage") @Nullable String group,
            LabContext context) {
        List<Fault> faults = group == null
                ? FaultCatalogue.all()
                : FaultCatalogue.of(FaultGroup.find(group)
                        .orElseThrow(() ->
                                new LabException(ErrorReport.error("there is no group of faults \"" + group + "\"")
                                        .detail("The groups are death, freeze, network, replication and storage."))));
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Fault fault : faults) {
            FaultCard card = fault.card();
            rows.add(Arrays.asList(
                    card.name(), card.group().toString(), card.side().toString(), card.words()));
        }
        context.table(List.of("fault", "group", "node", "what happens"), rows);
    }

    @Command(
            name = {"fault", "show"},
            group = "faults",
            description = "describe a fault: what it does, what clients see, what survives, what to look for")
    void show(@Argument(index = 0, description = "the fault's name") String name, LabContext context) {
        Fault fault = FaultCatalogue.get(name);
        List<String> card = FaultReport.card(fault.card(), missing(fault, context));
        context.show(terminal.drawn(context) ? terminal.lines(card, context) : card);
    }

    /**
     * Returns why the fault cannot be injected in this lab; empty when it can, when there is no lab, or when the lab cannot be
     * opened, for example because another pgduo uses it.
     */
    private static Optional<String> missing(Fault fault, LabContext context) {
        try {
            return context.work().exists()
                    ? fault.unavailable(context.lab()).map(why -> "not here  " + why.reason() + " " + why.nearest())
                    : Optional.empty();
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    @Command(
            name = "fault",
            group = "faults",
            description = "inject a fault and show the evidence that it happened: fault NAME [NODE] [key=value...]",
            help =
                    "Without a node, the node that the fault applies to is taken. When another failure happened, or the fault"
                            + " cannot be proven, that is an error. A fault is active until \"heal\", \"down\", \"reset\","
                            + " \"snapshot restore\" or \"destroy\"; \"status\" lists active faults.")
    void fault(@Arguments List<String> words, LabContext context) {
        if (words.isEmpty()) {
            throw LabException.of("fault needs a name", "\"fault list\" shows the faults.");
        }
        Fault fault = FaultCatalogue.get(words.get(0));
        List<String> rest = words.subList(1, words.size());
        boolean named = !rest.isEmpty() && rest.get(0).indexOf('=') < 0;
        Optional<NodeName> node = named ? Optional.of(context.lab().resolve(rest.get(0))) : Optional.empty();
        new FaultReport(context).inject(fault, node, arguments(rest.subList(named ? 1 : 0, rest.size())));
    }

    private static Map<String, String> arguments(List<String> words) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw LabException.of("invalid argument: \"" + word + "\"", "Write it as key=value.");
            }
            arguments.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return arguments;
    }

    @Command(
            name = "heal",
            group = "faults",
            description = "end an active fault, or all of them, and check that nothing of it is left")
    void heal(
            @Argument(index = 0, defaultValue = ALL, description = "a fault's name, or all") String name,
            @Argument(index = 1, description = "a or b, when it is active on both") @Nullable String node,
            LabContext context) {
        Faults faults = context.steps().faults();
        List<StandingFault> meant =
                faults.named(node == null ? name : name + " " + context.lab().resolve(node));
        if (meant.isEmpty()) {
            context.steps().echo().say("no fault is active");
        }
        heal(meant, faults, context);
    }

    /** Heals faults; one that cannot be healed does not prevent the others from being healed. */
    static void heal(List<StandingFault> meant, Faults faults, LabContext context) {
        List<LabException> failures = new ArrayList<>();
        for (StandingFault fault : meant) {
            try {
                faults.heal(fault);
                context.steps().echo().say("fault " + fault.words() + " healed");
            } catch (LabException e) {
                failures.add(e);
                if (meant.size() == 1 || Thread.currentThread().isInterrupted()) {
                    break;
                }
                context.steps()
                        .echo()
                        .say("fault " + fault.words() + " stays active: "
                                + e.report().message());
            }
        }
        context.desk().wrote();
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    @Command(name = "freeze", group = "faults", description = "suspend a node, or one of its processes, with SIGSTOP")
    void freeze(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Argument(
                            index = 1,
                            defaultValue = "node",
                            description = "node, postmaster, walsender, walreceiver or checkpointer")
                    String process,
            LabContext context) {
        Fault fault = FaultReport.of(FaultGroup.FREEZE, Freezes.PREFIX, process);
        new FaultReport(context).inject(fault, Optional.of(context.lab().resolve(node)), Map.of());
    }

    @Command(name = "thaw", group = "faults", description = "resume the suspended processes of a node with SIGCONT")
    void thaw(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Argument(index = 1, description = "the suspended process; all of them when left out") @Nullable
                    String process,
            LabContext context) {
        NodeName name = context.lab().resolve(node);
        Faults faults = context.steps().faults();
        Predicate<String> wanted = process == null
                ? fault -> fault.startsWith(Freezes.PREFIX)
                : FaultReport.of(FaultGroup.FREEZE, Freezes.PREFIX, process)
                        .card()
                        .name()::equals;
        List<StandingFault> meant = faults.standing().stream()
                .filter(fault -> fault.node() == name && wanted.test(fault.name()))
                .toList();
        if (meant.isEmpty()) {
            throw LabException.of("nothing of node " + name + " is frozen", "\"status\" shows the active faults.");
        }
        heal(meant, faults, context);
    }
}
