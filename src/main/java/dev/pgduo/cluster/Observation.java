package dev.pgduo.cluster;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.version.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks at a node from outside, without a connection.
 *
 * @param node which
 */
record Observation(NodeSettings node) {
    NodeState state() {
        NodeLayout layout = node.layout();
        if (!layout.hasCluster()) {
            return new NodeState(NodeStatus.EMPTY, OptionalLong.empty(), Optional.empty(), Optional.empty());
        }
        return PostmasterFile.read(layout.postmasterFile())
                .filter(file -> file.running(layout.data()))
                .map(this::running)
                .orElseGet(this::notRunning);
    }

    private NodeState running(PostmasterFile file) {
        return new NodeState(
                status(file), OptionalLong.of(file.process().pid()), file.port(), Optional.of(file.started()));
    }

    private NodeStatus status(PostmasterFile file) {
        ControlState state = control();
        boolean standby = state == ControlState.IN_ARCHIVE_RECOVERY;
        if (!node.capabilities().has(Feature.POSTMASTER_STATUS)) {
            return standby
                    ? NodeStatus.RUNNING_STANDBY
                    : state == ControlState.IN_PRODUCTION ? NodeStatus.RUNNING_PRIMARY : NodeStatus.STARTING;
        }
        return switch (file.status()) {
            case "ready" -> standby ? NodeStatus.RUNNING_STANDBY : NodeStatus.RUNNING_PRIMARY;
            case "standby" -> NodeStatus.RUNNING_STANDBY;
            case "stopping" -> NodeStatus.STOPPING;
            default -> NodeStatus.STARTING;
        };
    }

    private NodeState notRunning() {
        NodeStatus status = control().clean() ? NodeStatus.STOPPED : NodeStatus.CRASHED;
        return new NodeState(status, OptionalLong.empty(), Optional.empty(), written());
    }

    private Optional<Instant> written() {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(node.layout().controlFile()).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    ControlState control() {
        return ControlFile.read(node.layout().controlFile()).state();
    }

    /** pg_controldata's lines, by what is before the colon, in its order. */
    Map<String, String> controlData() {
        Map<String, String> all = new LinkedHashMap<>();
        OsCommand.of(
                        node.binaries().require("pg_controldata").toString(),
                        node.layout().data().toString())
                .with(Map.of("LC_ALL", "C"))
                .as(node.runAs())
                .run()
                .orThrow("read the control data of node " + node.name())
                .lines()
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    if (colon > 0) {
                        all.put(
                                line.substring(0, colon),
                                line.substring(colon + 1).strip());
                    }
                });
        return all;
    }

    List<ServerProcess> processes() {
        List<ServerProcess> all = new ArrayList<>();
        new Shutdown(node, "ps").postmaster().ifPresent(postmaster -> {
            all.add(new ServerProcess(postmaster.pid(), "postmaster", postmaster.title()));
            postmaster.children().forEach(child -> all.add(describe(child)));
        });
        return all;
    }

    private ServerProcess describe(OsProcess process) {
        String title = process.title();
        return new ServerProcess(process.pid(), ProcessTitle.role(title), title);
    }
}
