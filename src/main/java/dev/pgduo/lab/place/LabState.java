package dev.pgduo.lab.place;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.files.OwnFiles;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Auth;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The persistent state of a lab, from which the next pgduo opens it.
 *
 * @param bin the directory of the server's programs
 * @param runAs the rights with which the servers run
 * @param ports each node's port
 * @param auth the client authentication of the nodes
 * @param password the superuser's password, or an empty text with trust authentication
 */
public record LabState(Path bin, RunAs runAs, Map<NodeName, Port> ports, Auth auth, String password) {
    private static final String FILE = "lab.properties";

    public LabState {
        ports = Map.copyOf(ports);
    }

    /** Whether this directory holds a lab. */
    public static boolean existsIn(Path lab) {
        return Files.isRegularFile(lab.resolve(FILE));
    }

    /** Renames the state file, so that the directory holds no lab any more. */
    static void rename(Path lab, String name) throws IOException {
        if (existsIn(lab)) {
            Files.move(lab.resolve(FILE), lab.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The same state with other ports. */
    public LabState withPorts(Map<NodeName, Port> others) {
        return new LabState(bin, runAs, others, auth, password);
    }

    /** The port of a node. */
    public Port port(NodeName node) {
        Port port = ports.get(node);
        if (port == null) {
            throw new IllegalStateException("no port for node " + node);
        }
        return port;
    }

    /** Writes the file as a whole or not at all; only its owner may read it. */
    public void save(Path lab) {
        Map<String, String> entries = new TreeMap<>();
        entries.put("bin", bin.toString());
        entries.put("run-as", runAs.serialize());
        entries.put("auth", auth.name().toLowerCase(Locale.ROOT));
        entries.put("password", password);
        ports.forEach((node, port) -> entries.put("port." + node, port.toString()));
        StringBuilder text = new StringBuilder("# The state of a pgduo lab.\n");
        entries.forEach((key, value) ->
                text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
        try {
            AtomicFile.write(lab.resolve(FILE), text.toString(), draft -> {});
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write the lab's state in \"" + lab + "\": " + FailureReason.of(e)), e);
        }
    }

    /** The authentication; files of older versions do not contain it. */
    private static Auth auth(String word, String password) {
        return Arrays.stream(Auth.values())
                .filter(auth -> auth.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(password.isEmpty() ? Auth.TRUST : Auth.SCRAM);
    }

    /**
     * Reads the file, which must belong to this user, as it names programs that are run.
     *
     * @throws LabException when the directory holds no lab, or its state file cannot be read or belongs to another user
     */
    public static LabState load(Path lab) {
        if (!existsIn(lab)) {
            throw LabException.of("no lab in \"" + lab + "\"", "Make one with \"new\" or \"up\".");
        }
        try {
            OwnFiles.requireFile(lab.toRealPath().resolve(FILE), OwnFiles.user());
            Properties entries = new Properties();
            entries.load(new StringReader(Files.readString(lab.resolve(FILE), StandardCharsets.UTF_8)));
            Map<NodeName, Port> ports = new TreeMap<>();
            for (NodeName node : NodeName.values()) {
                ports.put(node, Port.parse(entries.getProperty("port." + node, "")));
            }
            String password = entries.getProperty("password", "");
            return new LabState(
                    Path.of(entries.getProperty("bin", "")),
                    RunAs.parse(entries.getProperty("run-as", "")),
                    ports,
                    auth(entries.getProperty("auth", ""), password),
                    password);
        } catch (IllegalArgumentException | LabException e) {
            throw damaged(lab, String.valueOf(e.getMessage()), e);
        } catch (CharacterCodingException e) {
            throw damaged(lab, "it is no text", e);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read the lab's state in \"" + lab + "\": " + FailureReason.of(e)), e);
        }
    }

    private static LabException damaged(Path lab, String reason, Exception cause) {
        return new LabException(
                ErrorReport.error("the lab's state in \"" + lab + "\" is damaged: " + reason)
                        .hint("Remove the directory, or write its file \"" + FILE + "\" anew."),
                cause);
    }
}
