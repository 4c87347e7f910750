package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.Port;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a lab must know of itself to be found again by the next pgduo.
 *
 * @param bin the directory of the server's programs
 * @param runAs the rights that the servers run with
 * @param ports each node's port
 * @param password the superuser's password, or an empty text when the nodes trust this machine
 */
public record LabState(Path bin, RunAs runAs, Map<NodeName, Port> ports, String password) {
    private static final String FILE = "lab.properties";

    public LabState {
        ports = Map.copyOf(ports);
    }

    /** Whether this directory holds a lab. */
    public static boolean existsIn(Path lab) {
        return Files.isRegularFile(lab.resolve(FILE));
    }

    /** The same lab at other ports. */
    public LabState withPorts(Map<NodeName, Port> others) {
        return new LabState(bin, runAs, others, password);
    }

    /** The port of a node. */
    public Port port(NodeName node) {
        Port port = ports.get(node);
        if (port == null) {
            throw new IllegalStateException("no port for node " + node);
        }
        return port;
    }

    /** Writes the file at once or not at all; only its owner may read it. */
    public void save(Path lab) {
        Map<String, String> entries = new TreeMap<>();
        entries.put("bin", bin.toString());
        entries.put("run-as", runAs.serialize());
        entries.put("password", password);
        ports.forEach((node, port) -> entries.put("port." + node, port.toString()));
        StringBuilder text = new StringBuilder("# The state of a pgduo lab.\n");
        entries.forEach((key, value) ->
                text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
        try {
            Path draft = lab.resolve(FILE + ".tmp");
            PrivateFiles.write(draft, text.toString());
            Files.move(draft, lab.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write the lab's state in \"" + lab + "\": " + e.getMessage()), e);
        }
    }

    /**
     * Reads the file.
     *
     * @throws LabException when the directory holds no lab, or its state cannot be read
     */
    public static LabState load(Path lab) {
        if (!existsIn(lab)) {
            throw LabException.of("no lab in \"" + lab + "\"", "Make one with \"new\" or \"up\".");
        }
        try {
            Properties entries = new Properties();
            entries.load(new StringReader(Files.readString(lab.resolve(FILE), StandardCharsets.UTF_8)));
            Map<NodeName, Port> ports = new TreeMap<>();
            for (NodeName node : NodeName.values()) {
                ports.put(node, Port.parse(entries.getProperty("port." + node, "")));
            }
            return new LabState(
                    Path.of(entries.getProperty("bin", "")),
                    RunAs.parse(entries.getProperty("run-as", "")),
                    ports,
                    entries.getProperty("password", ""));
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read the lab's state in \"" + lab + "\": " + e.getMessage()), e);
        }
    }
}
