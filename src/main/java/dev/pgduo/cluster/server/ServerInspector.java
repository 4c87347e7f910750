package dev.pgduo.cluster.server;

import dev.pgduo.cluster.control.ClusterFiles;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.control.ControlState;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Inspects a node without a connection.
 *
 * @param node the node's settings
 */
public record ServerInspector(NodeSettings node) {
    private static final NodeState EMPTY =
            new NodeState(NodeStatus.EMPTY, OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public NodeState state() {
        NodeLayout layout = node.layout();
        ClusterFiles files = files();
        boolean empty = !layout.hasCluster() && !Files.exists(layout.controlFile());
        return PostmasterFile.read(layout.postmasterFile())
                .filter(file -> file.running(layout.data()))
                .map(file -> running(file, files))
                .orElseGet(() -> empty ? EMPTY : notRunning(files));
    }

    private ClusterFiles files() {
        return ClusterFiles.of(node.layout().data(), node.binaries().version());
    }

    private NodeState running(PostmasterFile file, ClusterFiles files) {
        return new NodeState(
                status(file, files.control().flatMap(ControlData::state)),
                OptionalLong.of(file.process().pid()),
                file.port(),
                Optional.of(file.started()),
                files.damage());
    }

    private NodeStatus status(PostmasterFile file, Optional<ControlState> control) {
        NodeStatus role = standby(control) ? NodeStatus.RUNNING_STANDBY : NodeStatus.RUNNING_PRIMARY;
        if (!node.capabilities().has(Feature.POSTMASTER_STATUS)) {
            return control.map(ControlState::running).orElse(true) ? role : NodeStatus.STARTING;
        }
        return switch (file.status()) {
            case "ready" -> role;
            case "standby" -> NodeStatus.RUNNING_STANDBY;
            case "stopping" -> NodeStatus.STOPPING;
            default -> NodeStatus.STARTING;
        };
    }

    /** Whether the server of this directory is in recovery, or would be after a start, according to its files. */
    public boolean standby() {
        return standby(controlState());
    }

    /** Without pg_control, the signal file decides, which a promotion removes. */
    private boolean standby(Optional<ControlState> control) {
        return control.map(state -> state == ControlState.IN_ARCHIVE_RECOVERY)
                .orElseGet(() -> Files.exists(
                        node.layout().data().resolve(node.capabilities().standbyFile())));
    }

    private NodeState notRunning(ClusterFiles files) {
        return new NodeState(stopped(files), OptionalLong.empty(), Optional.empty(), written(), files.damage());
    }

    private static NodeStatus stopped(ClusterFiles files) {
        if (files.damage().isPresent()) {
            return NodeStatus.DAMAGED;
        }
        boolean clean = files.control()
                .flatMap(ControlData::state)
                .map(ControlState::clean)
                .orElse(false);
        return clean ? NodeStatus.STOPPED : NodeStatus.CRASHED;
    }

    private Optional<Instant> written() {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(node.layout().controlFile()).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The content of pg_control, if it is valid. */
    public Optional<ControlData> control() {
        return ControlData.tryRead(node.layout().data());
    }

    /** The cluster's state in pg_control, if that is valid. */
    public Optional<ControlState> controlState() {
        return control().flatMap(ControlData::state);
    }

    /**
     * The lines of pg_controldata's report.
     *
     * @throws LabException when the file cannot be read
     */
    public List<String> controlReport() {
        try {
            return ControlData.read(node.layout().data()).report();
        } catch (LabException e) {
            String reason = e.report().message();
            throw new LabException(
                    ErrorReport.error("could not read the control data of node " + node.name())
                            .detail(Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".")
                            .hint(NextStep.toRun(node.name(), state())),
                    e);
        }
    }

    /** The postmaster; empty when no server runs in the data directory. */
    public Optional<OsProcess> postmaster() {
        return PostmasterFile.read(node.layout().postmasterFile())
                .filter(file -> file.running(node.layout().data()))
                .map(PostmasterFile::process);
    }

    public List<ServerProcess> processes() {
        List<ServerProcess> all = new ArrayList<>();
        postmaster().ifPresent(postmaster -> {
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
