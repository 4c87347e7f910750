package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.lab.Slots;
import java.util.List;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands {@code slot create|drop|list}. */
public final class SlotCommands {
    @Command(
            name = {"slot", "create"},
            group = "standby",
            description = "create a physical replication slot")
    void create(
            @Argument(index = 0, description = "the slot's name") SlotName name,
            @Option(longName = "node", defaultValue = "primary", description = "a, b, primary or standby") String node,
            LabContext context) {
        NodeName on = context.lab().resolve(node);
        new Slots(context.lab()).create(on, name);
        context.steps().echo().sql(on, Slots.createStatement(name));
    }

    @Command(
            name = {"slot", "drop"},
            group = "standby",
            description = "drop a replication slot")
    void drop(
            @Argument(index = 0, description = "the slot's name") SlotName name,
            @Option(longName = "node", defaultValue = "primary", description = "a, b, primary or standby") String node,
            @Option(longName = "force", description = "drop it even if a subscription of the other node uses it")
                    boolean force,
            LabContext context) {
        NodeName on = context.lab().resolve(node);
        Slots slots = new Slots(context.lab());
        if (!force) {
            slots.requireUnsubscribed(on, name);
        }
        slots.drop(on, name);
        context.steps().echo().sql(on, Slots.dropStatement(name));
    }

    @Command(
            name = {"slot", "list"},
            group = "standby",
            description = "list the replication slots of a node")
    void list(
            @Option(longName = "node", defaultValue = "primary", description = "a, b, primary or standby") String node,
            LabContext context) {
        NodeName on = context.lab().resolve(node);
        context.table(
                List.of("slot_name", "slot_type", "active", "active_pid", "restart_lsn"),
                new Slots(context.lab()).list(on));
    }
}
