package dev.pgduo.replay;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.PathAliases;
import dev.pgduo.lab.os.PortAliases;
import dev.pgduo.replay.compare.OwnNames;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.PathAlias;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps the names of a lab file's front matter to the lab that it is played on. */
public final class LabNaming {
    private LabNaming() {}

    /** The names of this header for this lab. */
    public static Naming of(Header header, Lab lab) {
        Map<NodeName, String> prompts = new EnumMap<>(NodeName.class);
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, String> shownToo = new LinkedHashMap<>();
        Map<Integer, Integer> ports = new LinkedHashMap<>();
        for (NodeHeader shown : header.nodes()) {
            NodeName name = NodeName.parse(shown.name());
            Node node = lab.node(name);
            prompts.put(name, shown.prompt());
            ports.put(shown.port(), lab.state().port(name).number());
            for (PathAlias alias : shown.paths()) {
                String real = real(alias.place(), node, lab).toString();
                if (!real.equals(paths.computeIfAbsent(alias.path(), any -> real))) {
                    shownToo.putIfAbsent(real, alias.path());
                }
            }
        }
        return new Naming(prompts, new PathAliases(paths, shownToo), new PortAliases(ports));
    }

    /** The meaning of the ports and paths of this header. */
    static OwnNames names(Header header) {
        Map<String, String> ports = new LinkedHashMap<>();
        Map<String, String> paths = new LinkedHashMap<>();
        for (NodeHeader node : header.nodes()) {
            ports.put(Integer.toString(node.port()), node.name());
            node.paths().forEach(alias -> paths.put(alias.path(), node.name() + " " + alias.place()));
        }
        return new OwnNames(ports, paths);
    }

    private static Path real(PathAlias.Place place, Node node, Lab lab) {
        return switch (place) {
            case DATA -> node.layout().data();
            case LOG -> node.layout().logFile();
            case HOME -> node.layout().root();
            case BIN -> lab.binaries().bin();
            case SOCKET -> node.layout().socketDirectory();
            case ARCHIVE -> node.layout().archive();
        };
    }
}
