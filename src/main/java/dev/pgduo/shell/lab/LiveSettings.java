package dev.pgduo.shell.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.SettingsQuery;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a running node, in its own words. */
record LiveSettings(Lab lab, NodeName node) {
    void print(@Nullable String name, boolean changed, boolean pending, PrintWriter out) {
        new TextTable(List.of("name", "setting", "source", "context", "pending_restart"))
                .print(new SettingsQuery(lab).rows(node, name, changed, pending), out);
    }
}
