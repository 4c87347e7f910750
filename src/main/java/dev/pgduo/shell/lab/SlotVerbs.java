package dev.pgduo.shell.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.SlotName;
import dev.pgduo.lab.Slots;
import dev.pgduo.shell.screen.TextTable;
import java.io.PrintWriter;
import java.util.List;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code slot create|drop|list}. */
public final class SlotVerbs {
    private final CurrentLab current;

    public SlotVerbs(CurrentLab current) {
        this.current = current;
    }

    @Command(
            name = {"slot", "create"},
            group = "standby",
            description = "make a physical replication slot")
    void create(
            @Argument(index = 0, description = "the slot's name") SlotName name,
            @Option(longName = "node", defaultValue = "primary", description = "a, b, primary or standby") String node,
            PrintWriter out) {
        NodeName on = current.lab().resolve(node);
        new Slots(current.lab()).create(on, name);
        new Echo(current.desk().naming(), out).sql(on, Slots.createStatement(name));
    }

    @Command(
            name = {"slot", "drop"},
            group = "standby",
            description = "drop a replication slot")
    void drop(
            @Argument(index = 0, description = "the slot's name") SlotName name,
            @Option(longName = "node", defaultValue = "primary", description = "a, b, primary or standby") String node,
            PrintWriter out) {
        NodeName on = current.lab().resolve(node);
        new Slots(current.lab()).drop(on, name);
        new Echo(current.desk().naming(), out).sql(on, Slots.dropStatement(name));
    }

    @Command(
            name = {"slot", "list"},
            group = "standby",
            description = "list the replication slots of a node")
    void list(
            @Option(longName = "node", defaultValue = "primary", description = "a, b, primary or standby") String node,
            PrintWriter out) {
        NodeName on = current.lab().resolve(node);
        new TextTable(List.of("slot_name", "slot_type", "active", "active_pid", "restart_lsn"))
                .print(new Slots(current.lab()).list(on), out);
    }
}
